/**
 * The relational index of the journals: ingest, pivot, read-only SQL, verdicts of replays. {@link
 * dev.flor.store.FlorStore} is the door; {@code docs/schema.md} describes tables and views. Nothing
 * here knows trees, probes, git or processes, and no type of {@code java.sql} leaves.
 */
package dev.flor.store;
