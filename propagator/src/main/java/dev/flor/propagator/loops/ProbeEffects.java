package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.propagator.ProbeSite;
import java.util.ArrayList;
import java.util.List;

/**
 * What the probes themselves change. Restoring a checkpoint would undo it, and the program would go on as if it had never been asked:
 * that is not what an execution with the probes in it does.
 */
final class ProbeEffects {
  private final Findings findings;
  private final List<Statement> statements = new ArrayList<>();

  ProbeEffects(Findings findings, List<ProbeSite> sites) {
    this.findings = findings;
    sites.stream().filter(ProbeSite::added).forEach(this::locate);
  }

  /** The probes, as far as they can be found. */
  List<Statement> statements() {
    return statements;
  }

  /** Where several statements share the line, those that log. */
  private void locate(ProbeSite site) {
    List<ExpressionStmt> there = findings.project.files().stream()
        .filter(file -> file.path().equals(site.file()))
        .flatMap(file -> file
            .tree()
            .unit()
            .findAll(ExpressionStmt.class, statement -> spans(file, statement, site.line()))
            .stream())
        .toList();
    List<ExpressionStmt> logging = there.stream()
        .filter(
            one -> one.findFirst(Node.class, node -> FlorCalls.is(node, "log")).isPresent())
        .toList();
    statements.addAll(logging.isEmpty() ? there : logging);
  }

  private static boolean spans(SourceFile file, Node node, int line) {
    return file.line(node) <= line && line <= file.lastLine(node);
  }

  /** Whether the probes change nothing that outlives them; what they do change is among the findings. */
  boolean isNone(String loop) {
    int before = findings.count();
    for (Statement probe : statements) {
      Summary summary = new Summary();
      findings.body(probe, summary).run();
      summary.effects().values().forEach(effect -> findings.addProbe(effect, loop));
      probe.walk(node -> Locals.target(node)
          .filter(name -> isOutside(name, probe))
          .ifPresent(name -> findings.add(
              node, name.getNameAsString(), loop, "the probe itself sets this variable")));
    }
    return findings.count() == before;
  }

  private boolean isOutside(NameExpr name, Node probe) {
    return findings
        .types
        .local(name)
        .filter(declaration -> !Lookup.within(declaration, probe))
        .isPresent();
  }
}
