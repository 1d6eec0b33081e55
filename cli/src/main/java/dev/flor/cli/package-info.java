/**
 * The {@code flor} command: words, tables, exit codes. Each command is one file that translates
 * options into one call of another module, and what comes back into text; {@link
 * dev.flor.cli.Main} is the only door. Nothing here places a statement, plans a replay, builds a
 * version or stores a value, and nothing imports this package.
 */
package dev.flor.cli;
