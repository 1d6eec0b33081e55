/**
 * What goes into the database: the new part of each journal, verdicts of replays and descriptions of versions, with the
 * files these two are kept in. Uses {@code packed}, {@code db} and {@code model}. Nothing here answers a question about
 * values.
 */
package dev.flor.store.ingest;
