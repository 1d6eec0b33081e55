/**
 * Maps the nodes of one Java syntax tree to the nodes of another, and the files of one tree of files to those of another.
 * Start at {@link dev.flor.differ.SyntaxTree#parse}, {@link dev.flor.differ.Aligner} and {@link dev.flor.differ.Counterparts}.
 * Nothing here knows log statements, git, files or SQL.
 */
package dev.flor.differ;
