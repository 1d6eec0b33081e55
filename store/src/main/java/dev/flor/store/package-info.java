/**
 * The door of the relational index of the journals: {@link dev.flor.store.FlorStore} is a project's database, {@link
 * dev.flor.store.TeamStore} a team's; beside them what is found with a few questions to the views. Uses all packages
 * below, and none of them uses it. Nothing here knows trees, probes, git or processes, and of {@code java.sql} only the
 * rows of a pivot leave.
 */
package dev.flor.store;
