/**
 * What the database holds, brought to others: an H2 file of plain rows, a team's PostgreSQL. Uses {@code db} and {@code
 * model}; it changes nothing here, and does not know how values are packed.
 */
package dev.flor.store.copy;
