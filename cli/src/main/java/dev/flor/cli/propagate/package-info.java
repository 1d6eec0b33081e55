/**
 * The commands {@code propagate} and {@code undo}: which statements are asked for, and what became of them, as text, JSON, rows,
 * patches, files, refs or a report for CI.
 * {@link dev.flor.cli.propagate.PropagateCommand} is where to begin; each form of output is a {@code VersionSink}.
 * May use {@code project} and {@code io}.
 * Nothing here decides where a statement belongs, or writes the user's tree unasked.
 */
package dev.flor.cli.propagate;
