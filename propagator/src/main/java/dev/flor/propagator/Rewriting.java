package dev.flor.propagator;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pieces that go into one file, as a patch, and the lines they come to stand on. */
final class Rewriting {
  private final Unit unit;
  private final List<Cut> cuts = new ArrayList<>();
  private final Patch patch;
  private final Map<Object, Integer> offsets = new LinkedHashMap<>();
  private final String text;

  Rewriting(Unit unit, List<Piece> pieces) {
    this.unit = unit;
    Layout layout = Layout.of(unit.text(), latest(pieces));
    statements(pieces, layout);
    cuts.addAll(new MemberWriter(unit, layout).write(of(Piece.Member.class, pieces)));
    of(Piece.Wrap.class, pieces).forEach(this::wrap);
    cuts.addAll(new ImportWriter(unit, layout).write(of(Piece.Import.class, pieces)));
    cuts.sort(Cut.ORDER);
    this.patch = patch();
    this.text = patch.apply();
  }

  /** A file of the latest version that something comes from: it shows how to indent where the older file does not. */
  private static String latest(List<Piece> pieces) {
    return of(Piece.Member.class, pieces).stream()
        .map(Piece.Member::source)
        .findFirst()
        .or(() -> of(Piece.Line.class, pieces).stream().map(Piece.Line::source).findFirst())
        .map(source -> source.unit().text())
        .orElse("");
  }

  /** Sorts as the places in the latest version do. */
  static String order(Piece.Source source) {
    return String.format("%s:%09d", source.unit().path(), source.start());
  }

  Patch edits() {
    return patch;
  }

  String text() {
    return text;
  }

  /** The 1-based line of a piece in the rewritten file. */
  int line(Object key) {
    return 1 + breaks(text.substring(0, offsets.get(key)));
  }

  /** Where a 1-based line of the file as it was has gone. */
  int moved(int line) {
    int start =
        Tokens.skipBlank(unit.text(), unit.tree().lineStart(line), unit.text().length());
    return line
        + patch.edits().stream()
            .filter(edit -> edit.span().start() <= start)
            .mapToInt(edit -> breaks(edit.text()))
            .sum();
  }

  /** How many lines end in a text. */
  static int breaks(String text) {
    int breaks = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      breaks += c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1)) ? 1 : 0;
    }
    return breaks;
  }

  boolean parses() {
    return Reparse.succeeds(cuts, patch, text);
  }

  private void statements(List<Piece> pieces, Layout layout) {
    IdentityHashMap<Object, List<Piece.Line>> byList = new IdentityHashMap<>();
    List<StatementList> lists = new ArrayList<>();
    for (Piece.Line line : of(Piece.Line.class, pieces)) {
      List<Piece.Line> known = byList.get(line.slot().list().node());
      if (known == null) {
        known = new ArrayList<>();
        byList.put(line.slot().list().node(), known);
        lists.add(line.slot().list());
      }
      known.add(line);
    }
    for (StatementList list : lists) {
      cuts.addAll(new StatementWriter(unit, layout, list).write(byList.get(list.node())));
    }
  }

  private void wrap(Piece.Wrap wrap) {
    cuts.add(Cut.begins(unit.start(wrap.expression()), Integer.MAX_VALUE, 0, wrap.before())
        .of(wrap, ""));
    cuts.add(Cut.ends(unit.end(wrap.expression()), Integer.MAX_VALUE, 0, wrap.after()));
  }

  private Patch patch() {
    List<Edit> edits = new ArrayList<>();
    int shift = 0;
    boolean mixed = Layout.hasMixedLineEnds(unit.text());
    for (Cut cut : cuts) {
      int at = cut.offset() + shift;
      int blank = cut.text().length() - cut.text().stripLeading().length();
      cut.piece().ifPresent(piece -> offsets.put(piece.key(), at + blank));
      String in = mixed ? Layout.likeLineAt(unit.text(), cut.offset(), cut.text()) : cut.text();
      edits.add(Edit.insert(cut.offset(), in));
      shift += in.length();
    }
    return new Patch(unit.path(), unit.text(), edits);
  }

  private static <T extends Piece> List<T> of(Class<T> kind, List<Piece> pieces) {
    return pieces.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
