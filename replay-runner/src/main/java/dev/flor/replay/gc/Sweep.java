package dev.flor.replay.gc;

import java.util.List;

/** One kind of things that can go: first found, then taken away. */
interface Sweep {
  /** Something to be told, and what makes it so. */
  record Going(GcReport.Item item, Runnable removal) {}

  /** What goes, in the order in which it is shown and taken away. */
  List<Going> going();

  /** What is left alone that one would expect to go, a line each. */
  List<String> notes();
}
