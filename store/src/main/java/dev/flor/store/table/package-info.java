/**
 * The chunks as tables of rows, for whoever asks in SQL: what H2 calls an engine. Uses {@code packed} and {@code db}. Of
 * the store only the class that H2 loads knows it. Nothing here writes.
 */
package dev.flor.store.table;
