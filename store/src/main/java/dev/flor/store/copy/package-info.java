/**
 * What the database holds, brought to others: an H2 file of plain rows, a team's PostgreSQL. Uses {@code db} and {@code
 * model}. Nothing here changes the database, or knows how values are packed.
 */
package dev.flor.store.copy;
