package dev.flor.store.frame;

import dev.flor.store.model.RunRow;
import java.util.List;

/** Where the values of a row come from, and how sure they are. */
final class Origin {
  static final List<String> HEADINGS = List.of("source", "verdict");

  /** The worst first. */
  private static final List<String> VERDICTS =
      List.of("diverged", "none", "unverified", "verified");

  private boolean recorded;
  private int worst = VERDICTS.size();
  private RunRow last;

  void add(RunRow run) {
    if (last == null || !run.id().equals(last.id())) { // most rows have values of one run only
      last = run;
      if (run.replayed()) {
        worst = Math.min(worst, VERDICTS.indexOf(run.verdict().orElse("none")));
      } else {
        recorded = true;
      }
    }
  }

  /** One word: {@code recorded}, {@code replayed}, or {@code both}. */
  String source() {
    boolean replayed = worst < VERDICTS.size();
    return replayed ? recorded ? "both" : "replayed" : "recorded";
  }

  /** Of several verdicts the worst; null where nothing was replayed, or where one replay has none. */
  String verdict() {
    boolean none = worst == VERDICTS.size() || VERDICTS.get(worst).equals("none");
    return none ? null : VERDICTS.get(worst);
  }
}
