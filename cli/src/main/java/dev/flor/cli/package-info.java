/**
 * The {@code flor} command: from a command line to an exit code. {@link dev.flor.cli.Main} is the only door, {@code Commands} the list
 * of commands; each is one file, in the package of its subject, that translates options into one call of another module, and what
 * comes back into text.
 * May use every package below it; none of them knows this one, and nothing imports a package of this module.
 * Nothing here, or in a package below, places a statement, plans a replay, builds a version or stores a value.
 */
package dev.flor.cli;
