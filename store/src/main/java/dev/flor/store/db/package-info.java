/**
 * The database file: opened, made, healed by being made again, asked and written. Uses {@code model}. Of what stands in
 * the file it knows the tables and views as text. Nothing here knows how values are packed, nor where rows come from.
 */
package dev.flor.store.db;
