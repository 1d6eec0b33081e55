/**
 * Carries log statements of the latest version into an older one. Give {@link
 * dev.flor.propagator.Propagator} the probes and two source trees; get back a {@link
 * dev.flor.propagator.Patch} per file that changes, and a placement or a refusal per probe.
 *
 * <p>Nothing here reads or writes a file, starts a process, or knows git or SQL: trees and the
 * compile check are passed in.
 */
package dev.flor.propagator;
