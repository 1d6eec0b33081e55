package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that one probe brings into the older version, gathered while its names are bound. */
final class Cargo {
  private final SortedMap<String, String> renames = new TreeMap<>();
  private final List<String> carried = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<Object, Piece> pieces = new LinkedHashMap<>();
  private final IdentityHashMap<Node, Boolean> travelling = new IdentityHashMap<>();
  private boolean spellsOut;
  private boolean strict;
  private Optional<Failure> failure = Optional.empty();

  /** Whether a declaration or statement of latest is among what is carried; notes that it is. */
  boolean takesFirst(Node node) {
    return travelling.put(node, true) == null;
  }

  boolean takes(Node node) {
    return travelling.containsKey(node);
  }

  /** From now on, a local variable that is nowhere here is replaced by what it is set to, if that does nothing. */
  void spellOut() {
    spellsOut = true;
  }

  /** From now on, names that no version declares must be used in the older one, too: no compiler may ever see the result. */
  void beStrict() {
    strict = true;
  }

  boolean strict() {
    return strict;
  }

  boolean spellsOut() {
    return spellsOut;
  }

  void rename(String latest, String older) {
    renames.put(latest, older);
  }

  void carry(String what) {
    if (!carried.contains(what)) {
      carried.add(what);
    }
  }

  void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  void add(Piece piece) {
    pieces.putIfAbsent(piece.key(), piece);
  }

  /** Notes the first thing that went wrong. */
  void fail(Failure reason) {
    failure = failure.or(() -> Optional.of(reason));
  }

  Optional<Failure> failure() {
    return failure;
  }

  SortedMap<String, String> renames() {
    return renames;
  }

  List<String> carried() {
    return carried;
  }

  List<String> warnings() {
    return warnings;
  }

  /** Whether other statements come along. */
  boolean disturbs() {
    return pieces.values().stream().filter(Piece.Line.class::isInstance).count() > 1;
  }

  /** What comes along beside the statement itself and imports. */
  List<Piece> brings() {
    return pieces.values().stream()
        .filter(piece -> !(piece instanceof Piece.Import))
        .skip(1)
        .toList();
  }

  /** Whether methods, constants or types come along. */
  boolean bringsMembers() {
    return pieces.values().stream().anyMatch(Piece.Member.class::isInstance);
  }

  List<Piece> pieces() {
    return List.copyOf(pieces.values());
  }
}
