/**
 * Carries statements across refactorings that were applied mechanically to real files, so that the
 * true place is known. {@link dev.flor.propagator.metamorphic.MetamorphicTest} tries a few hundred, the bench row
 * M1 all of them.
 *
 * <p>No text of the real files is kept here, and nothing here looks into the propagator: it is used
 * through its public door.
 */
package dev.flor.propagator.metamorphic;
