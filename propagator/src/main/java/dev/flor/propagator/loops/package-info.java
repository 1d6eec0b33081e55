/**
 * Tells which loops of a program a replay may resume or skip, from what their bodies change and what is restored.
 * Everything here errs on the side of executing. The door is {@link dev.flor.propagator.LoopAnalysis}.
 * Nothing here reads files, changes sources, or runs anything.
 */
package dev.flor.propagator.loops;
