package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import java.util.List;

/** Is told what is considered while probes are carried; this one forgets it, {@link Recording} does not. */
class Trace {
  static final Trace NONE = new Trace();

  /** Whether anything is made of what it is told. */
  boolean listens() {
    return false;
  }

  /** From now on it is about another probe. */
  void begin() {}

  void file(String path, Consideration.Reason reason) {}

  void standing(String text) {}

  void member(Unit older, Node member, double score) {}

  /** The slots of the file, or of the member that is compared closely with the statement's own, best first. */
  void ranked(Pairing pairing, Site site, List<Ranked> ranked) {}

  void obstacle(Slot slot, Failure failure) {}
}
