package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries probes of one latest version into one older version after the other, and shows what is known of each before. */
final class DraftedCarry {
  private final Drafts drafts = new Drafts();
  private final ParsedTexts texts = new ParsedTexts(new Glimpses());
  private final List<Probe> probes;
  private final SourceTree latest;

  DraftedCarry(List<Probe> probes, SourceTree latest) {
    this.probes = probes;
    this.latest = latest;
  }

  /** What is known from the versions before. */
  Optional<Propagation> known(SourceTree older) {
    return drafts.find(probes, new Sides(latest, older), texts);
  }

  /** Carries into this one, and knows what came of it; tells how, if parts of the file were enough. */
  Optional<NarrowCarrier.Narrow> carry(SourceTree older) {
    List<Answered<Sides>> asked = new ArrayList<>();
    Sides noting = new Sides(latest, older).noting(asked);
    Carriers carriers = new Carriers(noting.latest(), noting.older(), texts, Trace.NONE);
    Propagation found = new Assembly(CompileCheck.NONE, older).assemble(carriers.narrow(probes));
    drafts.keep(probes, asked, found, carriers.alone());
    return carriers.alone();
  }
}
