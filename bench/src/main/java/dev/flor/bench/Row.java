package dev.flor.bench;

import java.io.IOException;

/** One row of the benchmark list: what is measured, against whom, and the goal. */
interface Row {
  /** Its name in the list, such as {@code C1}. */
  String id();

  /** What it measures, in one line. */
  String title();

  Verdict measure(Lab lab) throws IOException;
}
