/**
 * The pivot: one row per deepest turn in which something was logged, made of the chunks of the runs that are asked about
 * while they are read. Uses {@code condition}, {@code packed}, {@code db} and {@code model}.
 * Nothing here writes.
 */
package dev.flor.store.frame;
