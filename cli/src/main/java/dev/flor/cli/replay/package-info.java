/**
 * The commands {@code run} and {@code replay}: the question before it, the progress, the plan and how it ended.
 * {@link dev.flor.cli.replay.ReplayCommand} is where to begin.
 * May use {@code project} and {@code io}, and of {@code propagate} how a placement is told.
 * Nothing here plans, builds or compares.
 */
package dev.flor.cli.replay;
