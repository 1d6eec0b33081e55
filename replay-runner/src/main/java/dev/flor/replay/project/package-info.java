/**
 * The project that all others work on: what {@code flor.toml} says, of which version, and flor's own folder with what stands and is
 * locked there. {@link dev.flor.replay.project.Project} is where to begin, {@link dev.flor.replay.project.SettingsFinder} tells what
 * counts for a version, and {@link dev.flor.replay.project.Workspace} lays one out.
 * May use no other package of this module.
 * Nothing here builds or compares a version, or runs its program.
 */
package dev.flor.replay.project;
