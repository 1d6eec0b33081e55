package dev.flor.propagator;

import java.util.List;

/** Carries probes of the latest version into older ones. */
public final class Propagator {
  private final CompileCheck check;
  private final boolean narrow;
  private final ParsedTexts texts = new ParsedTexts();

  /** A propagator that refuses what {@code check} finds new errors in. */
  public Propagator(CompileCheck check) {
    this(check, true);
  }

  private Propagator(CompileCheck check, boolean narrow) {
    this.check = check;
    this.narrow = narrow;
  }

  /** One that parses whole files even where a part would do: the same answers, more slowly. */
  public static Propagator ofWholeFiles(CompileCheck check) {
    return new Propagator(check, false);
  }

  /** Places every probe in {@code older}, or says why not; never throws for a probe it cannot place. */
  public Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older) {
    Carriers carriers = new Carriers(latest, older, texts);
    List<Outcome> outcomes = narrow ? carriers.narrow(probes) : carriers.whole(probes);
    return new Assembly(check, older).assemble(outcomes);
  }
}
