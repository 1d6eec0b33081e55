package dev.flor.propagator;

import java.util.List;

/** Carries probes of the latest version into older ones. */
public final class Propagator {
  private final CompileCheck check;
  private final Way way;
  private final Glimpses glimpses;
  private final ParsedTexts texts;

  /** How files are looked at. */
  private enum Way {
    /** No more of them than is needed. */
    NARROW,
    WHOLE,
    /** Whole, and what is considered is kept. */
    EXPLAINED
  }

  /** A propagator that refuses what {@code check} finds new errors in. */
  public Propagator(CompileCheck check) {
    this(check, Way.NARROW, new Glimpses());
  }

  private Propagator(CompileCheck check, Way way, Glimpses glimpses) {
    this.check = check;
    this.way = way;
    this.glimpses = glimpses;
    this.texts = new ParsedTexts(glimpses);
  }

  /** One that parses whole files even where a part would do: the same answers, more slowly. */
  public static Propagator ofWholeFiles(CompileCheck check) {
    return new Propagator(check, Way.WHOLE, new Glimpses());
  }

  /** The same, but what it carries comes with what was considered. */
  public Propagator explaining() {
    return new Propagator(check, Way.EXPLAINED, glimpses);
  }

  /** Another one for another thread, which knows where this one looked in vain, and the other way round. */
  public Propagator beside(CompileCheck another) {
    return new Propagator(another, way, glimpses);
  }

  /** Places every probe in {@code older}, or says why not; never throws for a probe it cannot place. */
  public Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older) {
    Recording recording = new Recording();
    Carriers carriers =
        new Carriers(latest, older, texts, way == Way.EXPLAINED ? recording : Trace.NONE);
    List<Outcome> outcomes = way == Way.NARROW ? carriers.narrow(probes) : carriers.whole(probes);
    Propagation carried = new Assembly(check, older).assemble(outcomes);
    return way == Way.EXPLAINED ? carried.considering(recording.considerations()) : carried;
  }

  /** The same for statements that stand in several versions, each as it stands in its own; one placement for each, in their order. */
  public Propagation carry(List<Sighting> sightings, SourceTree older) {
    Recording recording = new Recording();
    List<Outcome> outcomes = new Sightings(
            older, texts, way == Way.EXPLAINED ? recording : Trace.NONE)
        .carry(sightings, way == Way.NARROW);
    Propagation carried = new Assembly(check, older).assemble(outcomes);
    return way == Way.EXPLAINED ? carried.considering(recording.considerations()) : carried;
  }
}
