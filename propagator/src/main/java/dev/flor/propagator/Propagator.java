package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries probes of the latest version into older ones. */
public final class Propagator {
  private final CompileCheck check;
  private final Way way;
  private final Glimpses glimpses;
  private final Drafts drafts;
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
    this(check, Way.NARROW, new Glimpses(), new Drafts());
  }

  private Propagator(CompileCheck check, Way way, Glimpses glimpses, Drafts drafts) {
    this.check = check;
    this.way = way;
    this.glimpses = glimpses;
    this.drafts = drafts;
    this.texts = new ParsedTexts(glimpses);
  }

  /** One that parses whole files even where a part would do: the same answers, more slowly. */
  public static Propagator ofWholeFiles(CompileCheck check) {
    return new Propagator(check, Way.WHOLE, new Glimpses(), new Drafts());
  }

  /** The same, but what it carries comes with what was considered. */
  public Propagator explaining() {
    return new Propagator(check, Way.EXPLAINED, glimpses, drafts);
  }

  /** Another one for another thread, which knows where this one looked, and what it found, and the other way round. */
  public Propagator beside(CompileCheck another) {
    return new Propagator(another, way, glimpses, drafts);
  }

  /** Places every probe in {@code older}, or says why not; never throws for a probe it cannot place. */
  public Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older) {
    Sides sides = new Sides(latest, older);
    if (way == Way.NARROW) {
      return sides.searched()
          ? again(probes, sides)
          : narrow(probes, sides, older).assembled();
    }
    Recording recording = new Recording();
    Carriers carriers =
        new Carriers(latest, older, texts, way == Way.EXPLAINED ? recording : Trace.NONE);
    Propagation carried = new Assembly(check, older).assemble(carriers.whole(probes));
    return way == Way.EXPLAINED ? carried.considering(recording.considerations()) : carried;
  }

  /** What the same came to before, if it compiles here, too. */
  private Propagation again(List<Probe> probes, Sides sides) {
    Optional<Propagation> before = drafts
        .find(probes, sides, texts)
        .filter(draft -> draft.patches().isEmpty()
            || check.newErrors(sides.older(), draft.patches()).isEmpty());
    if (before.isPresent()) {
      return before.get();
    }
    List<Answered<Sides>> asked = new ArrayList<>();
    Seen now = narrow(probes, sides.noting(asked), sides.older());
    if (now.whole()) {
      drafts.keep(probes, asked, now.assembled(), now.alone());
    }
    return now.assembled();
  }

  /**
   * Statements that were carried.
   *
   * @param whole whether the compiler had nothing against any
   * @param alone how they were seen in their members, if they were
   */
  private record Seen(Propagation assembled, boolean whole, Optional<NarrowCarrier.Narrow> alone) {}

  /** @param checked the older version as the compiler sees it */
  private Seen narrow(List<Probe> probes, Sides sides, SourceTree checked) {
    Assembly assembly = new Assembly(check, checked);
    Carriers carriers = new Carriers(sides.latest(), sides.older(), texts, Trace.NONE);
    Propagation assembled = assembly.assemble(carriers.narrow(probes));
    return new Seen(assembled, assembly.isWhole(), carriers.alone());
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
