package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.metamorphic.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes an instance smaller as long as the same goes wrong: members and statements that both versions have are taken away. */
final class Shrinking {
  private static final int MOST = 400;

  private final Kind kind;
  private Instance best;
  private int tries;

  private Shrinking(Instance instance, Kind kind) {
    this.best = instance;
    this.kind = kind;
  }

  static Instance of(Instance instance, Kind kind) {
    Shrinking shrinking = new Shrinking(instance, kind);
    shrinking.alone();
    shrinking.without(Comment.class::isInstance);
    shrinking.without(ImportDeclaration.class::isInstance);
    shrinking.without(BodyDeclaration.class::isInstance);
    shrinking.without(Statement.class::isInstance);
    return shrinking.best;
  }

  private void alone() {
    SortedMap<String, String> from = new TreeMap<>(best.from().files());
    from.keySet().removeIf(path -> !path.equals(best.from().path()));
    SortedMap<String, String> to = new TreeMap<>(best.to().files());
    to.keySet().removeIf(path -> !path.equals(best.to().path()));
    keep(from, to);
  }

  private void without(Predicate<Node> which) {
    String path = best.from().path();
    boolean smaller = true;
    while (smaller && tries < MOST) {
      smaller = false;
      for (String part : parts(best.from().files().get(path), which)) {
        String other = best.to().files().get(best.to().path());
        int here = best.from().files().get(path).indexOf(part);
        int there = other.indexOf(part);
        if (here >= 0 && there >= 0 && tries++ < MOST) {
          smaller |= keep(changed(best.from(), part), changed(best.to(), part));
        }
      }
    }
  }

  private static SortedMap<String, String> changed(Program program, String part) {
    SortedMap<String, String> files = new TreeMap<>(program.files());
    String text = files.get(program.path());
    int at = text.indexOf(part);
    int start = at;
    while (start > 0 && " \t".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    int end = at + part.length();
    boolean line = start > 0 && text.charAt(start - 1) == '\n' && text.startsWith("\n", end);
    files.put(
        program.path(),
        line
            ? text.substring(0, start) + text.substring(end + 1)
            : text.substring(0, at) + text.substring(end));
    return files;
  }

  private static List<String> parts(String text, Predicate<Node> which) {
    List<String> parts = new ArrayList<>();
    Optional<SyntaxTree> tree = SyntaxTree.parse(text).parsed();
    tree.ifPresent(t -> {
      t.unit().getComment().filter(which).ifPresent(c -> parts.add(t.text(c)));
      t.unit().getAllContainedComments().stream().filter(which).forEach(c -> parts.add(t.text(c)));
      t.unit().walk(Node.TreeTraversal.PREORDER, node -> {
        if (which.test(node)
            && !t.text(node).contains(Program.OPEN)
            && !beside(t.text(), t.span(node))) {
          parts.add(t.text(node));
        }
      });
    });
    parts.removeIf(
        part -> part.equals(Program.OPEN) || part.equals(Program.CLOSE) || part.isEmpty());
    return parts;
  }

  /** The neighbours of the statement stay, lest its place become a matter of taste. */
  private static boolean beside(String text, Span span) {
    int open = text.indexOf(Program.OPEN);
    int close = text.indexOf(Program.CLOSE) + Program.CLOSE.length();
    return (span.end() <= open && text.substring(span.end(), open).isBlank())
        || (span.start() >= close && text.substring(close, span.start()).isBlank());
  }

  private boolean keep(SortedMap<String, String> from, SortedMap<String, String> to) {
    Instance smaller = new Instance(
        best.refactoring(),
        best.direction(),
        best.origin(),
        new Program(from, true, best.from().loose()),
        new Program(to, true, best.to().loose()),
        best.bare(),
        best.loose());
    boolean whole = View.of(smaller.from()).isPresent() && View.of(smaller.to()).isPresent();
    boolean same = whole
        && Scorer.probe(smaller)
            .filter(probe -> Scorer.score(smaller, probe).kind() == kind)
            .isPresent();
    best = same ? smaller : best;
    return same;
  }
}
