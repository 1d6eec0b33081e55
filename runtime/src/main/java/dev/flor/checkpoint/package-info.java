/**
 * Saves a graph of live objects and restores it in place: {@link
 * dev.flor.checkpoint.ObjectGraph} knows the enrolled objects, {@link
 * dev.flor.checkpoint.CheckpointFolder} the files. The format is docs/checkpoint-format.md.
 * Nothing here runs a constructor or {@code readObject} of the program's classes, loads a class that
 * the enrolled objects' own loaders do not know, or decides when a checkpoint is taken.
 */
package dev.flor.checkpoint;
