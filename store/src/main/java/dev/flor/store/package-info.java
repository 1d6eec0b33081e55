/**
 * The relational index of the journals: ingest, pivot, read-only SQL, verdicts of replays. {@link
 * dev.flor.store.FlorStore} is the door; {@code docs/schema.md} describes tables and views. Nothing
 * here knows trees, probes, git or processes, and of {@code java.sql} only the rows of a pivot leave.
 */
package dev.flor.store;
