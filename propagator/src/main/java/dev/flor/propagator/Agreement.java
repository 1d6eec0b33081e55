package dev.flor.propagator;

/**
 * One piece of the evidence about a place: the score of the place is the mean of these.
 *
 * @param kind {@code before} or {@code after} (a neighbour), {@code edge} (first or last in its block), {@code header}, {@code nesting},
 *     {@code member}, {@code variable} or {@code comment}
 * @param what of latest is looked for
 * @param agreement from -1 (speaks against the place) to 1 (speaks for it)
 */
public record Agreement(String kind, String what, double weight, double agreement) {}
