/**
 * Plans, runs and compares replays of older versions with the log statements of the latest one.
 * {@link dev.flor.replay.Replayer} is the door: a request gives a plan, a plan gives a report.
 * {@link dev.flor.replay.Recorder} runs the working tree as it is, and {@link dev.flor.replay.Describing} tells the store of versions.
 * May use {@code propagation}, {@code build}, {@code process} and {@code project} below it; none of them knows this package.
 * Nothing here prints, knows SQL or a syntax tree, or writes the user's tree: all of it happens under {@code .flor/}.
 */
package dev.flor.replay;
