/**
 * Questions in SQL, to a project's database or a team's: what may be asked, and within which limits. Uses {@code db} and
 * {@code model}. Nothing here can write.
 */
package dev.flor.store.sql;
