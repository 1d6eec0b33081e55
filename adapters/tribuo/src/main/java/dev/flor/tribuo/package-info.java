/**
 * Saves Tribuo's trained models and trainers in flor's checkpoints; found by itself when it is on the
 * class path. Optimisers and parameters need no adapter: their fields are their state.
 * Nothing here trains, logs, or keeps a model: {@link dev.flor.Flor#ref} holds one that is replaced.
 */
package dev.flor.tribuo;
