package dev.flor.propagator;

import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a rewritten file parses, given that it did before. Where whole statements went between others, these alone are parsed: the
 * grammar allows any statements there. Else the members that something went into are parsed again.
 */
final class Reparse {
  private final Patch patch;
  private final String text;
  private final List<Span> inserted = new ArrayList<>();

  private Reparse(Patch patch, String text) {
    this.patch = patch;
    this.text = text;
    int shift = 0;
    for (Edit edit : patch.edits()) {
      int start = edit.span().start() + shift;
      inserted.add(new Span(start, start + edit.text().length()));
      shift += edit.text().length() - edit.span().length();
    }
  }

  /** The patch is what the cuts make, the text what comes of the patch. */
  static boolean succeeds(List<Cut> cuts, Patch patch, String text) {
    return cuts.stream().allMatch(Reparse::standsAlone) || new Reparse(patch, text).succeeds();
  }

  private static boolean standsAlone(Cut cut) {
    return cut.text().isBlank()
        || cut.piece()
            .filter(piece -> piece instanceof Piece.Import
                || (piece instanceof Piece.Line line
                    && isAmongStatements(line.slot())
                    && SyntaxTree.holdsStatements(cut.text())))
            .isPresent();
  }

  /** Not where braces are put around it, and not before what must come first. */
  private static boolean isAmongStatements(Slot slot) {
    StatementList.Kind kind = slot.list().kind();
    return (kind == StatementList.Kind.BLOCK || kind == StatementList.Kind.GROUP)
        && slot.after().filter(Statement::isExplicitConstructorInvocationStmt).isEmpty();
  }

  private boolean succeeds() {
    Optional<Outline> before = Outline.of(patch.before());
    Optional<Outline> after = Outline.of(text);
    boolean narrow = before.isPresent()
        && after.isPresent()
        && untouched(before.get())
            == after.get().members().stream().filter(m -> !isNew(m)).count();
    return narrow
        ? Skeleton.check(after.get(), m -> isNew(m) ? Part.WHOLE : Part.NONE)
        : SyntaxTree.parse(text).parsed().isPresent();
  }

  private long untouched(Outline before) {
    return before.members().stream()
        .filter(m -> patch.edits().stream()
            .noneMatch(edit -> touches(m, edit.span().start(), edit.span().end())))
        .count();
  }

  private boolean isNew(Member member) {
    return inserted.stream().anyMatch(span -> touches(member, span.start(), span.end()));
  }

  private static boolean touches(Member member, int start, int end) {
    return start == end
        ? member.holds(start)
        : start < member.body().end() && member.head().start() < end;
  }
}
