/**
 * Measurements of flor against its peers and limits, one class per row of the benchmark list. A row
 * measures all parties in one run, in turn, and judges by a ratio or a median. Nothing here is a
 * test, and nothing of flor depends on it.
 */
package dev.flor.bench;
