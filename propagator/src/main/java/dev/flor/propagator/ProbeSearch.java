package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Outline;
import dev.flor.differ.ParseResult;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the latest version for {@link Probes}. */
final class ProbeSearch {
  private static final Pattern LINE_END = Pattern.compile("\\R");

  /** So many characters, and a file more, are parsed before they are gone through: a tree takes a hundred bytes for each. */
  private static final int TOGETHER = 1_000_000;

  private final StatementPatterns patterns;
  private final Receivers receivers;
  private final List<Probe> probes = new ArrayList<>();
  private final List<Diagnostic> unreadable = new ArrayList<>();

  private ProbeSearch(SourceTree latest, StatementPatterns patterns) {
    this.patterns = patterns;
    this.receivers = new Receivers(
        new TypeFinder(new ParsedVersion(latest, (path, text) -> SyntaxTree.parse(text))));
  }

  static ProbeScan all(SourceTree latest, StatementPatterns patterns) {
    SortedSet<String> files = new TreeSet<>();
    for (String file : latest.files()) {
      latest.read(file).filter(patterns::mayOccurIn).ifPresent(text -> files.add(file));
    }
    return latest instanceof ScannedTree scanned && patterns.isFlorOnly()
        ? scanned.scan(files, () -> in(latest, files, patterns))
        : in(latest, files, patterns);
  }

  private static ProbeScan in(
      SourceTree latest, SortedSet<String> files, StatementPatterns patterns) {
    ProbeSearch search = new ProbeSearch(latest, patterns);
    List<Source> sources = new ArrayList<>();
    int characters = 0;
    for (String file : files) {
      Optional<String> text = latest.read(file); // nothing, where it was deleted meanwhile
      text.ifPresent(some -> sources.add(new Source(file, some)));
      characters += text.map(String::length).orElse(0);
      if (characters > TOGETHER) {
        search.files(sources);
        characters = 0;
      }
    }
    search.files(sources);
    return new ProbeScan(search.probes, search.unreadable);
  }

  /** A file that may have probes. */
  private record Source(String file, String text) {
    /** Nothing where it is too large. */
    Optional<ParseResult> parsed() {
      return Optional.of(text).filter(ProbeSearch::readable).map(SyntaxTree::parse);
    }
  }

  /** Parses some files on all processors, and goes through them in their order. */
  private void files(List<Source> sources) {
    List<Optional<ParseResult>> results =
        sources.parallelStream().map(Source::parsed).toList();
    for (int i = 0; i < results.size(); i++) {
      file(sources.get(i), results.get(i));
    }
    sources.clear();
  }

  static Optional<Probe> at(SourceTree latest, String file, int line) {
    return tree(latest, file).flatMap(tree -> at(tree, file, line));
  }

  /** The lines on which statements, or log calls elsewhere, begin. */
  static SortedSet<Integer> lines(SourceTree latest, String file) {
    SortedSet<Integer> lines = new TreeSet<>();
    tree(latest, file).ifPresent(tree -> {
      tree.unit()
          .findAll(Statement.class, s -> !(s instanceof BlockStmt))
          .forEach(s -> lines.add(tree.line(tree.span(s).start())));
      LogCalls.in(tree)
          .all()
          .forEach(call -> lines.add(tree.line(tree.span(call).start())));
    });
    return lines;
  }

  static Optional<Diagnostic> unreadable(SourceTree latest, String file) {
    return latest
        .read(file)
        .filter(ProbeSearch::readable)
        .map(SyntaxTree::parse)
        .filter(ParseResult.Unparsable.class::isInstance)
        .map(result -> diagnostic(file, (ParseResult.Unparsable) result));
  }

  private static Optional<SyntaxTree> tree(SourceTree latest, String file) {
    return latest.read(file).filter(ProbeSearch::readable).flatMap(text -> SyntaxTree.parse(text)
        .parsed());
  }

  /** Of the calls and statements that begin on a line and log the same name, if any, the one that reads most like a probe. */
  static Optional<Probe> placed(SourceTree version, Probe probe, String file, int line) {
    return around(version, file, line).flatMap(tree -> {
      List<Probe> there = new ArrayList<>();
      LogCalls.in(tree).all().forEach(call -> there.add(logging(tree, file, call)));
      tree.unit()
          .findAll(Statement.class, s -> !(s instanceof BlockStmt))
          .forEach(s -> there.add(probe(tree, file, s, Optional.empty())));
      List<String> wanted = Tokens.of(probe.text());
      return there.stream()
          .filter(p -> p.line() == line && p.name().equals(probe.name()))
          .max(Comparator.comparingDouble(p -> Tokens.similarity(Tokens.of(p.text()), wanted)));
    });
  }

  /** The name of the member that a probe stands in; nothing where there is none. */
  static Optional<String> member(SourceTree version, Probe probe) {
    return version
        .read(probe.file())
        .filter(ProbeSearch::readable)
        .flatMap(Outline::of)
        .flatMap(outline -> outline.at(probe.span().start()))
        .map(Outline.Member::name);
  }

  /** So much of a file as is needed to see a line: its member, if braces alone tell which one that is. */
  private static Optional<SyntaxTree> around(SourceTree version, String file, int line) {
    Optional<Outline> outline =
        version.read(file).filter(ProbeSearch::readable).flatMap(Outline::of);
    Optional<Span> wanted = outline.flatMap(o -> line(o.text(), line));
    return outline
        .filter(o -> o.members().stream().anyMatch(m -> meets(m, wanted)))
        .map(o ->
            Skeleton.parse(o, m -> meets(m, wanted) ? Part.WHOLE : Part.NONE).parsed())
        .orElseGet(() -> tree(version, file));
  }

  private static boolean meets(Outline.Member member, Optional<Span> line) {
    return line.filter(span ->
            member.head().start() <= span.end() && span.start() < member.body().end())
        .isPresent();
  }

  /** Where a line stands, without what ends it. */
  private static Optional<Span> line(String text, int number) {
    Matcher end = LINE_END.matcher(text);
    int start = 0;
    for (int i = 1; i < number; i++) {
      if (!end.find()) {
        return Optional.empty();
      }
      start = end.end();
    }
    return Optional.of(new Span(start, end.find() ? end.start() : text.length()));
  }

  private static boolean readable(String text) {
    return text.length() <= ParsedVersion.LONGEST;
  }

  private static Diagnostic diagnostic(String file, ParseResult.Unparsable bad) {
    return new Diagnostic(file, bad.line(), bad.column(), bad.message());
  }

  private void file(Source source, Optional<ParseResult> result) {
    if (result.isEmpty()) {
      String message =
          source.text().length() + " characters, the limit is " + ParsedVersion.LONGEST;
      unreadable.add(new Diagnostic(source.file(), 1, 1, message));
    }
    result
        .filter(ParseResult.Unparsable.class::isInstance)
        .ifPresent(bad -> unreadable.add(diagnostic(source.file(), (ParseResult.Unparsable) bad)));
    result.flatMap(ParseResult::parsed).ifPresent(tree -> probes.addAll(in(source.file(), tree)));
  }

  /** In the order of the text. */
  private List<Probe> in(String file, SyntaxTree tree) {
    Unit unit = Unit.of(file, tree);
    List<Probe> found = new ArrayList<>();
    if (patterns.includesFlor()) {
      unit.calls().all().forEach(call -> found.add(logging(tree, file, call)));
    }
    tree.unit().findAll(ExpressionStmt.class, statement -> matches(unit, statement)).stream()
        .map(statement -> of(tree, file, statement))
        .filter(probe -> !found.contains(probe))
        .forEach(found::add);
    found.sort(Comparator.comparing(Probe::span));
    return found;
  }

  private boolean matches(Unit unit, ExpressionStmt statement) {
    return statement.getExpression() instanceof MethodCallExpr call
        && patterns.mayCall(call.getNameAsString())
        && patterns.match(
            receivers.of(unit, call),
            call.getNameAsString(),
            call.getArguments().size());
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
        .map(statement -> of(tree, file, statement))
        .or(() -> LogCalls.in(tree).all().stream()
            .filter(call -> tree.line(tree.span(call).start()) == line)
            .findFirst()
            .map(call -> logging(tree, file, call)));
  }

  /** Lines of a block within it are not lines of the statement. */
  private static boolean covers(SyntaxTree tree, Statement statement, int line) {
    Span span = tree.span(statement);
    return covers(tree, span, line)
        && (tree.line(span.start()) == line
            || statement.findAll(BlockStmt.class).stream()
                .map(tree::span)
                .noneMatch(block -> tree.line(block.start()) < line && covers(tree, block, line)));
  }

  private static boolean covers(SyntaxTree tree, Span span, int line) {
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
