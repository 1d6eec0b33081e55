/**
 * The command {@code demo}: a history, flor's own commands typed in it, and a check of what they gave.
 * {@link dev.flor.cli.demo.DemoCommand} is the door; {@link dev.flor.cli.demo.FlorCommands} is handed in, since the demo is one of
 * the commands that it types.
 * May use {@code io}.
 * Nothing here places, runs or compares by itself: it types what a user would.
 */
package dev.flor.cli.demo;
