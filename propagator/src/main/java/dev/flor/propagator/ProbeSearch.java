package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.ParseResult;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Goes through the latest version for {@link Probes}. */
final class ProbeSearch {
  private final List<Probe> probes = new ArrayList<>();
  private final List<Diagnostic> unreadable = new ArrayList<>();

  private ProbeSearch() {}

  static ProbeScan all(SourceTree latest) {
    ProbeSearch search = new ProbeSearch();
    for (String file : latest.files()) {
      latest.read(file).filter(LogCalls::mayOccurIn).ifPresent(text -> search.file(file, text));
    }
    return new ProbeScan(search.probes, search.unreadable);
  }

  static Optional<Probe> at(SourceTree latest, String file, int line) {
    return latest
        .read(file)
        .flatMap(text -> SyntaxTree.parse(text).parsed())
        .flatMap(tree -> at(tree, file, line));
  }

  private void file(String file, String text) {
    ParseResult result = SyntaxTree.parse(text);
    if (result instanceof ParseResult.Unparsable bad) {
      unreadable.add(new Diagnostic(file, bad.line(), bad.column(), bad.message()));
    }
    result.parsed().ifPresent(tree -> LogCalls.in(tree)
        .all()
        .forEach(call -> probes.add(logging(tree, file, call))));
  }

  private static Optional<Probe> at(SyntaxTree tree, String file, int line) {
    Comparator<Statement> nearest = Comparator.comparingInt(
            (Statement s) -> tree.span(s).start() < tree.lineStart(line) ? 1 : 0)
        .thenComparingInt(s -> tree.span(s).start() < tree.lineStart(line)
            ? tree.span(s).length()
            : tree.span(s).start());
    return tree
        .unit()
        .findAll(Statement.class, s -> !(s instanceof BlockStmt) && covers(tree, s, line))
        .stream()
        .min(nearest)
        .map(statement -> of(tree, file, statement));
  }

  private static boolean covers(SyntaxTree tree, Statement statement, int line) {
    Span span = tree.span(statement);
    return tree.line(span.start()) <= line
        && line <= tree.line(Math.max(span.start(), span.end() - 1));
  }

  private static Probe of(SyntaxTree tree, String file, Statement statement) {
    LogCalls calls = LogCalls.in(tree);
    return calls.within(statement).stream()
        .filter(call -> Nodes.enclosing(call, Statement.class)
            .filter(s -> Nodes.same(s, statement))
            .isPresent())
        .findFirst()
        .map(call -> logging(tree, file, call))
        .orElseGet(() -> probe(tree, file, statement, Optional.empty()));
  }

  private static Probe logging(SyntaxTree tree, String file, MethodCallExpr call) {
    return probe(tree, file, call, LogCalls.name(call));
  }

  private static Probe probe(SyntaxTree tree, String file, Node node, Optional<String> name) {
    Span span = tree.span(node);
    return new Probe(file, tree.line(span.start()), name, span.of(tree.text()), span);
  }
}
