/**
 * Programs as processes of their own: how one is started, what it prints, and that nothing of it stays.
 * {@link dev.flor.replay.process.ProcessRunner} runs them; {@link dev.flor.replay.process.Launch} is how the user's are started.
 * May use {@code project}.
 * Nothing here knows what a program is run for.
 */
package dev.flor.replay.process;
