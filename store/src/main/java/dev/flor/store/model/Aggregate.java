package dev.flor.store.model;

/** What of many values of a run is shown when there is to be one. */
public enum Aggregate {
  /** The greatest. */
  MAX,
  /** The least. */
  MIN,
  /** The mean of the numbers; a truth counts as 0 or 1, and what is neither is left out. */
  MEAN,
  /** The last that was logged. */
  LAST,
  /** How many there are. */
  COUNT
}
