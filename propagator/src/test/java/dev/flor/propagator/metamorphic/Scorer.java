package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Placement.Inserted;
import dev.flor.propagator.Placement.Present;
import dev.flor.propagator.Placement.Refused;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import dev.flor.propagator.metamorphic.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Carries the statement of an instance and compares what comes of it with what was known before. */
final class Scorer {
  private static final Propagator PROPAGATOR = new Propagator(CompileCheck.NONE);

  private Scorer() {}

  /** The statement as the propagator finds it; empty if it is not the one that was marked. */
  static Optional<Probe> probe(Instance instance) {
    SourceTree latest = SourceTree.of(instance.latest());
    String path = instance.from().path();
    String before = instance.from().files().get(path);
    int open = before.indexOf(Program.OPEN);
    int line =
        1 + (int) before.substring(0, open).chars().filter(c -> c == '\n').count();
    String marked = before
        .substring(open + Program.OPEN.length(), before.indexOf(Program.CLOSE))
        .strip();
    return Probes.at(latest, path, line)
        .filter(p -> marked.equals(p.text()) || marked.equals(p.text() + ";"));
  }

  static Verdict score(Instance instance, Probe probe) {
    SourceTree older = SourceTree.of(instance.older());
    Propagation carried = PROPAGATOR.carry(List.of(probe), SourceTree.of(instance.latest()), older);
    return carried
        .placements()
        .get(0)
        .fold(
            inserted -> inserted(instance, inserted, carried),
            present -> present(present),
            Scorer::refused);
  }

  private static Verdict present(Present present) {
    return Verdict.of(Kind.WRONG_PLACE, "said to be present at line " + present.line());
  }

  private static Verdict refused(Refused refused) {
    return Verdict.of(
        Kind.REFUSED, refused.reason().id() + ": " + refused.detail().replaceAll("\\d+", "N"));
  }

  private static Verdict inserted(Instance instance, Inserted inserted, Propagation carried) {
    Patch patch = carried.patches().get(inserted.file());
    String text = patch.apply();
    Optional<SyntaxTree> tree = SyntaxTree.parse(text).parsed();
    if (tree.isEmpty()) {
      return Verdict.of(Kind.UNPARSABLE, inserted.file());
    }
    if (!patch.edits().stream().allMatch(edit -> edit.span().length() == 0)) {
      return Verdict.of(Kind.DAMAGED, "text was taken away");
    }
    View expected = View.of(instance.to()).orElseThrow();
    if (!inserted.file().equals(expected.path)) {
      return Verdict.of(Kind.WRONG_PLACE, "in " + inserted.file());
    }
    String wanted = Words.of(expected.statement);
    Optional<Statement> found = statement(tree.get(), inserted.line(), wanted);
    if (found.isEmpty()) {
      return Verdict.of(Kind.WRONG_NAMES, "no statement on line " + inserted.line());
    }
    return compare(instance, expected, tree.get(), found.get(), wanted);
  }

  private static Verdict compare(
      Instance instance, View expected, SyntaxTree tree, Statement found, String wanted) {
    Optional<String> unbound = unbound(found, wanted + " " + instance.older().get(expected.path));
    if (unbound.isPresent()) {
      return Verdict.of(Kind.UNBOUND, unbound.get());
    }
    Set<String> loose = instance.loose();
    List<String> position = Position.of(found, loose);
    List<String> truth = Position.of(expected.statement, loose);
    if (!position.equals(truth)) {
      return Verdict.of(Kind.WRONG_PLACE, "at " + position + " instead of " + truth);
    }
    String written = Words.of(found).replace("dev . flor . Flor", "Flor");
    if (!written.equals(wanted)) {
      return Verdict.of(Kind.WRONG_NAMES, written + " instead of " + wanted);
    }
    if (size(tree) != size(expected.tree)) {
      return Verdict.of(Kind.WRONG_NAMES, "more than the statement came along");
    }
    boolean bound = !wanted.startsWith("Flor .")
        || tree.text().contains(Instance.IMPORT.strip())
        || tree.text(found).startsWith("dev.flor.");
    return bound
        ? Verdict.of(Kind.RIGHT, "")
        : Verdict.of(Kind.WRONG_NAMES, "Flor is not imported");
  }

  /** A name in the statement that the older file never mentions: neither the rest of it nor the statement as it stood there. */
  private static Optional<String> unbound(Statement statement, String older) {
    Set<String> known = new TreeSet<>();
    Words.of(older).forEach(piece -> known.add(piece.text()));
    return statement.findAll(NameExpr.class).stream()
        .map(NameExpr::getNameAsString)
        .filter(name -> !Character.isUpperCase(name.charAt(0)) && !known.contains(name))
        .filter(name -> !name.equals("java") && !name.equals("dev"))
        .findFirst();
  }

  private static Optional<Statement> statement(SyntaxTree tree, int line, String wanted) {
    List<Statement> there = tree.unit()
        .findAll(
            Statement.class,
            s -> !(s instanceof BlockStmt) && tree.line(tree.span(s).start()) == line);
    return there.stream()
        .filter(s -> Words.of(s).replace("dev . flor . Flor", "Flor").equals(wanted))
        .findFirst()
        .or(() -> there.stream().findFirst());
  }

  private static int size(SyntaxTree tree) {
    return tree.unit().findAll(Statement.class, s -> !(s instanceof BlockStmt)).size()
        + tree.unit().findAll(BodyDeclaration.class).size();
  }
}
