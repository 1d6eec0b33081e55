package dev.flor.propagator;

import dev.flor.differ.Span;
import java.util.Optional;

/**
 * A log statement of the latest version that is to be carried to older ones.
 *
 * @param file its path in the latest version
 * @param line the 1-based line it begins on
 * @param name what it logs: the literal first argument of {@code Flor.log}; empty for other
 *     statements
 * @param text the source of the logging call, or of the whole statement where nothing is logged
 * @param span where {@code text} stands in the file
 */
public record Probe(String file, int line, Optional<String> name, String text, Span span) {}
