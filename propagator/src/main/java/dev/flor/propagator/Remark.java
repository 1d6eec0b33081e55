package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import java.util.Optional;

/** The comment that stands right before a statement, which may have stayed where the statement was. */
final class Remark {
  private static final int LEAST = 12;

  private final String words;

  private Remark(String words) {
    this.words = words;
  }

  /** The one before a statement; empty if there is none, or it says little, or the older file does not have it. */
  static Optional<Remark> before(Site site, Unit older) {
    return telling(site).filter(words -> isIn(older.text(), words)).map(Remark::new);
  }

  /** The words of the comment before a statement, if it says something. */
  static Optional<String> telling(Site site) {
    int from = site.index() == 0
        ? opening(site.unit(), site.list().node())
        : site.unit().end(site.list().statements().get(site.index() - 1));
    String words = words(site.unit().text(), from, site.unit().start(site.statement()));
    return Optional.of(words).filter(some -> some.length() >= LEAST);
  }

  /** Whether these words are in the comments of a file, one after the other, wherever they stand. */
  static boolean isIn(String text, String words) {
    return words(text, 0, text.length()).contains(words);
  }

  /** Whether it stands in the slot. */
  boolean in(Slot slot) {
    Unit unit = slot.unit();
    int from =
        slot.before().map(unit::end).orElseGet(() -> opening(unit, slot.list().node()));
    int to = slot.after().map(unit::start).orElseGet(() -> unit.end(slot.list().node()));
    return words(unit.text(), from, to).contains(words);
  }

  private static int opening(Unit unit, Node list) {
    return Math.min(unit.start(list) + 1, unit.end(list));
  }

  /** The words of the comments in a piece of text. */
  private static String words(String text, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int at = from; at < to; at = Tokens.end(text, at)) {
      if (text.startsWith("//", at) || text.startsWith("/*", at)) {
        words.append(' ').append(text, at, Math.min(to, Tokens.end(text, at)));
      }
    }
    return Wording.wordsOf(words.toString());
  }
}
