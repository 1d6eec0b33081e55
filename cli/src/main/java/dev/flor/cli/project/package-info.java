/**
 * The project that a command is given in: where it is, what its {@code flor.toml} says, its history and store, opened; and the
 * commands that set it up and clear it, {@code init} and {@code gc}.
 * {@link dev.flor.cli.project.OpenProject} and {@link dev.flor.cli.project.OpenStore} are the doors.
 * May use {@code io}.
 * Nothing here carries or replays a statement, or decides what may be cleared.
 */
package dev.flor.cli.project;
