package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.StatementList.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A file as it would be if some methods stood where they are called: in it, code that the other version has in one piece is in one
 * piece, too. Nobody compiles it; it is there to be compared.
 */
final class Expansion {
  private final Unit unit;
  private final IdentityHashMap<Node, Statement> originals = new IdentityHashMap<>();
  private final List<List<Statement>> copies = new ArrayList<>();

  private Expansion(Unit unit) {
    this.unit = unit;
  }

  /** A call, and the method of the same file that it calls. */
  record Call(MethodCallExpr call, MethodDeclaration method) {
    Statement statement() {
      return Nodes.enclosing(call, Statement.class).orElseThrow();
    }
  }

  /** The body of a method, to be written instead of a statement that calls it. */
  private record Body(Span span, String text, int length, List<Statement> statements) {}

  /** With the methods in place of these calls, of which no two are in one statement. */
  static Optional<Expansion> of(Unit unit, List<Call> calls) {
    List<Body> bodies = calls.stream().map(call -> body(unit, call)).toList();
    List<Span> gone =
        calls.stream().map(call -> unit.span(call.method())).distinct().toList();
    List<Body> sorted = new ArrayList<>(bodies);
    gone.forEach(span -> sorted.add(new Body(span, "", 0, List.of())));
    sorted.sort(Comparator.comparingInt(b -> b.span().start()));
    return overlap(sorted) ? Optional.empty() : expanded(unit, bodies, sorted);
  }

  private static boolean overlap(List<Body> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).span().start() < sorted.get(i - 1).span().end()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Expansion> expanded(Unit unit, List<Body> bodies, List<Body> sorted) {
    List<Edit> edits = sorted.stream().map(b -> new Edit(b.span(), b.text())).toList();
    String text = new Patch(unit.path(), unit.text(), edits).apply();
    return SyntaxTree.parse(text).parsed().flatMap(tree -> {
      Expansion expansion = new Expansion(Unit.of(unit.path(), tree));
      for (Body body : bodies) {
        int shift = edits.stream()
            .filter(e -> e.span().start() < body.span().start())
            .mapToInt(e -> e.text().length() - e.span().length())
            .sum();
        int start = body.span().start() + shift;
        if (!expansion.tie(new Span(start, start + body.length()), body.statements())) {
          return Optional.empty();
        }
      }
      return Optional.of(expansion);
    });
  }

  /** Notes which statement came of which: they stand in the same order. */
  private boolean tie(Span segment, List<Statement> statements) {
    List<Statement> all =
        unit.tree().unit().findAll(Statement.class, s -> segment.contains(unit.span(s)));
    List<Statement> from = new ArrayList<>();
    statements.forEach(statement -> from.addAll(statement.findAll(Statement.class)));
    if (all.size() != from.size()) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).getClass() != from.get(i).getClass()) {
        return false;
      }
      originals.put(all.get(i), from.get(i));
    }
    copies.add(all);
    return true;
  }

  Unit unit() {
    return unit;
  }

  /** The statement of a called method that one of this file is a copy of. */
  Optional<Statement> original(Node copy) {
    return Optional.ofNullable(originals.get(copy));
  }

  /** Which of the calls it was that a statement of this file was put in place of. */
  Optional<Integer> call(Statement copy) {
    return IntStream.range(0, copies.size())
        .filter(n -> copies.get(n).stream().anyMatch(statement -> Nodes.same(statement, copy)))
        .boxed()
        .findFirst();
  }

  /** What became of a statement of a called method, where it is called for the n-th time. */
  Optional<Statement> copy(Statement original, int call) {
    return copies.get(call).stream()
        .filter(copy -> Nodes.same(originals.get(copy), original))
        .findFirst();
  }

  /** The calls within a node of some methods of the same class or one around it; of several in one statement, the first. */
  static List<Call> calls(Unit unit, Node within, Predicate<MethodDeclaration> wanted) {
    List<Call> calls = new ArrayList<>();
    int end = -1;
    for (MethodCallExpr called : within.findAll(MethodCallExpr.class)) {
      Optional<Statement> statement =
          Nodes.enclosing(called, Statement.class).filter(s -> list(s).isPresent());
      Optional<MethodDeclaration> method =
          statement.flatMap(s -> method(called)).filter(wanted);
      if (method.isPresent() && unit.start(statement.get()) >= end) {
        calls.add(new Call(called, method.get()));
        end = unit.end(statement.get());
      }
    }
    return calls;
  }

  /** The method that is called, if there is but one of this name that takes so many arguments, and it does more than return a value. */
  private static Optional<MethodDeclaration> method(MethodCallExpr call) {
    if (call.getScope().filter(scope -> !(scope instanceof ThisExpr)).isPresent()) {
      return Optional.empty();
    }
    for (Optional<? extends Node> at = Nodes.enclosing(call, TypeDeclaration.class);
        at.isPresent();
        at = at.get()
            .getParentNode()
            .flatMap(parent -> Nodes.enclosing(parent, TypeDeclaration.class))) {
      List<MethodDeclaration> named =
          ((TypeDeclaration<?>) at.get()).getMethodsByName(call.getNameAsString());
      if (!named.isEmpty()) {
        List<MethodDeclaration> fit = named.stream()
            .filter(m -> m.getParameters().size() == call.getArguments().size())
            .toList();
        return fit.size() == 1 ? Optional.of(fit.get(0)).filter(Expansion::acts) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean acts(MethodDeclaration method) {
    return method
        .getBody()
        .filter(body -> body.getStatements().stream().anyMatch(s -> !s.isReturnStmt()))
        .isPresent();
  }

  /** The list that a statement can be replaced in by several. */
  private static Optional<StatementList> list(Statement statement) {
    return StatementList.holding(statement)
        .filter(list -> list.kind() != Kind.LAMBDA && list.kind() != Kind.ARROW);
  }

  private static Body body(Unit unit, Call call) {
    List<Statement> all = call.method().getBody().orElseThrow().getStatements();
    Statement statement = call.statement();
    Node parent = call.call().getParentNode().orElseThrow();
    Optional<Expression> value =
        all.get(all.size() - 1) instanceof ReturnStmt result && !(parent instanceof ReturnStmt)
            ? result.getExpression()
            : Optional.empty();
    List<Statement> body = value.isPresent() ? all.subList(0, all.size() - 1) : all;
    Optional<String> kept = value.isEmpty() ? Optional.empty() : Result.keptIn(call.call());
    Optional<VariableDeclarator> local = kept.flatMap(name -> Result.returned(unit, call.method()));
    List<Edit> names = names(unit, call);
    local.ifPresent(variable -> names.addAll(renamed(unit, call, variable, kept.get())));
    String text = text(unit, unit.start(body.get(0)), unit.end(body.get(body.size() - 1)), names);
    boolean alone =
        parent instanceof ReturnStmt || parent instanceof ExpressionStmt || local.isPresent();
    String rest = alone ? "" : rest(unit, statement, call.call(), value, names);
    boolean single = list(statement).filter(list -> list.kind() == Kind.SINGLE).isPresent();
    String open = single ? "{" : " ";
    String close = single ? "}" : " ";
    return new Body(
        unit.span(statement), open + text + " " + rest + close, text.length() + 1, body);
  }

  /** The statement of the call, with what the method returns instead. */
  private static String rest(
      Unit unit,
      Statement statement,
      MethodCallExpr call,
      Optional<Expression> value,
      List<Edit> names) {
    String result = value
        .map(v -> "(" + text(unit, unit.start(v), unit.end(v), names) + ")")
        .orElse(unit.text(call));
    return text(
        unit,
        unit.start(statement),
        unit.end(statement),
        List.of(new Edit(unit.span(call), result)));
  }

  private static String text(Unit unit, int start, int end, List<Edit> edits) {
    List<Edit> inside = edits.stream()
        .filter(e -> e.span().start() >= start && e.span().end() <= end)
        .map(e -> new Edit(new Span(e.span().start() - start, e.span().end() - start), e.text()))
        .sorted(Comparator.comparing(Edit::span))
        .toList();
    return new Patch(unit.path(), unit.text().substring(start, end), inside).apply();
  }

  /** A parameter is called what is handed over for it. */
  private static List<Edit> names(Unit unit, Call call) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < call.method().getParameters().size(); i++) {
      Parameter parameter = call.method().getParameter(i);
      Expression argument = call.call().getArgument(i);
      String text = argument instanceof NameExpr || argument.isLiteralExpr()
          ? unit.text(argument)
          : "(" + unit.text(argument) + ")";
      Binding binding = new Binding(parameter.getNameAsString(), parameter, false);
      List<NameExpr> uses = Scope.uses(binding, call.method(), unit);
      if (argument instanceof NameExpr || uses.stream().noneMatch(Expansion::isSet)) {
        uses.forEach(use -> edits.add(new Edit(unit.span(use), text)));
      }
    }
    return edits;
  }

  /** What is returned is called what keeps it. */
  private static List<Edit> renamed(Unit unit, Call call, VariableDeclarator local, String name) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(unit.span(local.getName()), name));
    Binding binding = new Binding(local.getNameAsString(), local, false);
    Scope.uses(binding, call.method(), unit)
        .forEach(use -> edits.add(new Edit(unit.span(use), name)));
    return edits;
  }

  private static boolean isSet(NameExpr use) {
    Node parent = use.getParentNode().orElseThrow();
    return parent instanceof UnaryExpr
        || (parent instanceof AssignExpr set && Nodes.same(set.getTarget(), use));
  }
}
