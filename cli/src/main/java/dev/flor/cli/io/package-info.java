/**
 * What a command takes from its caller and gives back: streams, exit codes, faults of usage, rows and JSON, files, progress.
 * {@link dev.flor.cli.io.Caller} is what every command is given, {@link dev.flor.cli.io.Outputs} writes the files a user names,
 * {@link dev.flor.cli.io.Format} is how rows come out.
 * May use no other package of this module.
 * Nothing here knows what a command does, or opens a project.
 */
package dev.flor.cli.io;
