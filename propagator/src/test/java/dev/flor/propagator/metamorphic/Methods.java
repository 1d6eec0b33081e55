package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Statements that become a method of their own, methods that are put where they are called, and methods that move. */
final class Methods {
  private Methods() {}

  static List<Refactoring> all() {
    return List.of(
        Refactoring.of("extract method", (v, r) -> extract(v, r, false), "3 statements"),
        Refactoring.of(
            "extract method, parameters renamed", (v, r) -> extract(v, r, true), "3 statements"),
        Refactoring.of("inline method", Methods::inline, "private void"),
        Refactoring.of("move method to another class of the file", Methods::moveInFile),
        Refactoring.of("move method to another file", Methods::moveToFile));
  }

  private static Optional<Program> extract(View view, Random random, boolean renamed) {
    Optional<CallableDeclaration<?>> member = view.callable();
    int last = view.list.size() - 1;
    if (member.isEmpty() || view.index < 1 || view.index >= last) {
      return Optional.empty();
    }
    int from = view.index - 1 - random.nextInt(Math.min(3, view.index));
    int to = view.index + 1 + random.nextInt(Math.min(3, last - view.index));
    List<Statement> range = view.list.subList(from, to + 1);
    Optional<Map<String, String>> parameters = parameters(view, member.get(), range);
    if (parameters.isEmpty()
        || !view.amid(from, to)
        || Wraps.jumps(range)
        || range.get(0).isExplicitConstructorInvocationStmt()
        || leaks(view, range, to)
        || member
            .get()
            .getParentNode()
            .filter(TypeDeclaration.class::isInstance)
            .isEmpty()) {
      return Optional.empty();
    }
    String name = view.fresh(List.of("doStep", "handlePart", "prepareAll").get(random.nextInt(3)));
    String body = view.text(view.list, from, to)
        .replace("\n" + view.indent(view.span(range.get(0)).start()), "\n    ");
    List<String> declared = new ArrayList<>();
    for (Map.Entry<String, String> parameter : parameters.get().entrySet()) {
      String as = renamed ? parameter.getKey() + "In" : parameter.getKey();
      declared.add(parameter.getValue() + " " + as);
      body = renamed ? Words.variableReplaced(body, parameter.getKey(), as) : body;
    }
    String thrown = member.get().getThrownExceptions().isEmpty()
        ? ""
        : " throws "
            + member.get().getThrownExceptions().stream()
                .map(Node::toString)
                .collect(Collectors.joining(", "));
    String text = "\n\n  private " + (member.get().isStatic() ? "static " : "") + "void " + name
        + "(" + String.join(", ", declared) + ")" + thrown + " {\n    " + body + "\n  }";
    return view.with(new Edits()
        .replace(
            view.start(view.list, from),
            view.end(view.list, to),
            name + "(" + String.join(", ", parameters.get().keySet()) + ");")
        .insert(view.span(member.get()).end(), text));
  }

  /** Whether what the range declares is used behind it, or it sets a variable of the outside. */
  private static boolean leaks(View view, List<Statement> range, int to) {
    Set<String> inside = new TreeSet<>();
    for (Statement statement : range) {
      if (statement instanceof LocalClassDeclarationStmt || statement.isYieldStmt()) {
        return true;
      }
      statement.findAll(VariableDeclarator.class).forEach(v -> inside.add(v.getNameAsString()));
    }
    CallableDeclaration<?> member = view.callable().orElseThrow();
    int end = view.end(view.list, to);
    boolean later = member.findAll(NameExpr.class).stream()
        .anyMatch(n -> view.span(n).start() > end && inside.contains(n.getNameAsString()));
    Set<String> outside = outside(member);
    outside.removeAll(inside);
    return later || range.stream().anyMatch(s -> sets(s, outside));
  }

  private static Set<String> outside(CallableDeclaration<?> member) {
    Set<String> names = new TreeSet<>();
    member.findAll(VariableDeclarator.class).forEach(v -> names.add(v.getNameAsString()));
    member.findAll(Parameter.class).forEach(p -> names.add(p.getNameAsString()));
    return names;
  }

  private static boolean sets(Statement statement, Set<String> names) {
    return statement.findAll(AssignExpr.class).stream()
            .anyMatch(a -> names.contains(a.getTarget().toString()))
        || statement.findAll(UnaryExpr.class).stream()
            .anyMatch(u -> names.contains(u.getExpression().toString()));
  }

  /** Name and type of the variables that a range takes from around it; empty if one has no type that is written down. */
  private static Optional<Map<String, String>> parameters(
      View view, CallableDeclaration<?> member, List<Statement> range) {
    Map<String, String> types = new LinkedHashMap<>();
    Set<String> twice = new TreeSet<>();
    for (Node node : member.findAll(Node.class)) {
      String name = null;
      Type type = null;
      if (node instanceof VariableDeclarator v
          && v.getParentNode().filter(FieldDeclaration.class::isInstance).isEmpty()) {
        name = v.getNameAsString();
        type = v.getType();
      } else if (node instanceof Parameter p) {
        name = p.getNameAsString();
        type = p.getType();
      } else if (node instanceof TypePatternExpr p) {
        name = p.getNameAsString();
        type = p.getType();
      }
      if (name != null) {
        boolean varArgs = node instanceof Parameter p && p.isVarArgs();
        String old = types.put(name, type.asString() + (varArgs ? "[]" : ""));
        if (old != null || type.isUnknownType() || type.isVarType() || type.isUnionType()) {
          twice.add(name);
        }
      }
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    for (Statement statement : range) {
      Set<String> inside = new TreeSet<>();
      range.forEach(
          s -> s.findAll(VariableDeclarator.class).forEach(v -> inside.add(v.getNameAsString())));
      range.forEach(s -> s.findAll(Parameter.class).forEach(v -> inside.add(v.getNameAsString())));
      range.forEach(
          s -> s.findAll(TypePatternExpr.class).forEach(v -> inside.add(v.getNameAsString())));
      for (String name : view.names(statement)) {
        if (types.containsKey(name) && twice.contains(name)) {
          return Optional.empty();
        }
        if (types.containsKey(name) && !inside.contains(name)) {
          wanted.put(name, types.get(name));
        }
      }
    }
    return Optional.of(wanted);
  }

  /** The method around the statement, put in place of the only call there is of it. */
  private static Optional<Program> inline(View view, Random random) {
    Optional<MethodDeclaration> found = view.callable()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(m -> m.isPrivate() && m.getType().isVoidType() && m.getBody().isPresent());
    return found.flatMap(m -> {
      List<MethodCallExpr> calls = view.tree
          .unit()
          .findAll(MethodCallExpr.class, c -> c.getNameAsString().equals(m.getNameAsString()));
      List<Statement> body = View.statements(m.getBody().get());
      if (calls.size() != 1
          || body.size() < 2
          || Wraps.jumps(body)
          || calls.get(0).getScope().isPresent()
          || calls.get(0).getArguments().size() != m.getParameters().size()
          || calls
              .get(0)
              .getParentNode()
              .filter(ExpressionStmt.class::isInstance)
              .isEmpty()) {
        return Optional.empty();
      }
      ExpressionStmt call = (ExpressionStmt) calls.get(0).getParentNode().get();
      boolean inList = call.getParentNode().filter(BlockStmt.class::isInstance).isPresent();
      CallableDeclaration<?> caller = enclosing(call);
      if (!inList || caller == null || View.same(caller, m)) {
        return Optional.empty();
      }
      Set<String> taken = outside(caller);
      Set<String> parameters =
          m.getParameters().stream().map(Parameter::getNameAsString).collect(Collectors.toSet());
      boolean clash = m.findAll(VariableDeclarator.class).stream()
              .anyMatch(v -> taken.contains(v.getNameAsString()))
          || view.names(m).stream().anyMatch(n -> taken.contains(n) && !parameters.contains(n));
      String text = view.text(body, 0, body.size() - 1);
      for (int i = 0; i < m.getParameters().size(); i++) {
        Expression argument = calls.get(0).getArgument(i);
        String name = m.getParameter(i).getNameAsString();
        boolean plain =
            argument.isNameExpr() || (argument.isThisExpr() && !text.contains(name + " ="));
        if (!plain || sets(m.getBody().get(), Set.of(name))) {
          return Optional.empty();
        }
        text = Words.variableReplaced(text, name, argument.toString());
      }
      return clash
          ? Optional.empty()
          : view.with(new Edits().replace(view.span(call), text).replace(view.span(m), ""))
              .map(p -> inside(view, m) ? p : p.oneWay());
    });
  }

  /** Before the first or behind the last statement of a method is as good as before or behind the call. */
  private static boolean inside(View view, MethodDeclaration method) {
    boolean outermost = View.same(view.parent, method.getBody().orElseThrow());
    return !outermost || view.amid(0, view.list.size() - 1);
  }

  private static CallableDeclaration<?> enclosing(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof CallableDeclaration<?> callable) {
        return callable;
      }
    }
    return null;
  }

  /** Whether what the statement says holds in another class, too: it reads nothing but variables of its member. */
  private static Optional<MethodDeclaration> movable(View view) {
    return view.callable()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(m -> m.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent())
        .filter(m -> m.getBody().filter(b -> b.getStatements().size() > 2).isPresent())
        .filter(m -> {
          Set<String> local = outside(m);
          boolean names = view.names(view.statement).stream()
              .allMatch(n -> local.contains(n) || Character.isUpperCase(n.charAt(0)));
          boolean calls = view.statement.findAll(MethodCallExpr.class).stream()
              .allMatch(c -> c.getScope().isPresent());
          return names
              && calls
              && view.statement.findAll(ThisExpr.class).isEmpty()
              && view.statement.findAll(LambdaExpr.class).isEmpty();
        });
  }

  private static Optional<Program> moveInFile(View view, Random random) {
    return movable(view).flatMap(m -> {
      List<ClassOrInterfaceDeclaration> others = view.tree
          .unit()
          .findAll(
              ClassOrInterfaceDeclaration.class,
              c -> !c.isInterface()
                  && !View.same(c, m.getParentNode().orElseThrow())
                  && !view.within(c, m));
      if (others.isEmpty()) {
        return Optional.empty();
      }
      ClassOrInterfaceDeclaration other = others.get(random.nextInt(others.size()));
      boolean there = !other.getMethodsByName(m.getNameAsString()).isEmpty();
      return there
          ? Optional.empty()
          : view.with(new Edits()
              .replace(view.span(m), "")
              .insert(view.span(other).end() - 1, "\n  " + view.text(m) + "\n"));
    });
  }

  private static Optional<Program> moveToFile(View view, Random random) {
    return movable(view).flatMap(m -> {
      List<String> others = view.program.files().keySet().stream()
          .filter(path -> !path.equals(view.path))
          .toList();
      boolean copied = others.stream()
          .anyMatch(path -> view.program.files().get(path).contains(view.text(view.statement)));
      if (others.isEmpty() || copied) {
        return Optional.empty();
      }
      String path = others.get(random.nextInt(others.size()));
      String text = view.program.files().get(path);
      Optional<TypeDeclaration<?>> type = SyntaxTree.parse(text)
          .parsed()
          .flatMap(t -> t.unit().getTypes().stream().findFirst());
      boolean there = type.filter(t -> t instanceof ClassOrInterfaceDeclaration c
              && !c.isInterface()
              && t.getMethodsByName(m.getNameAsString()).isEmpty())
          .isEmpty();
      if (there || view.statement.findFirst(ObjectCreationExpr.class).isPresent()) {
        return Optional.empty();
      }
      int end = text.lastIndexOf('}');
      StringBuilder imports = new StringBuilder();
      view.tree.unit().getImports().forEach(i -> {
        String line = view.text(i);
        if (!text.contains(line)) {
          imports.append(line).append('\n');
        }
      });
      int at = text.indexOf(";", text.indexOf("package ")) + 1;
      String moved = text.substring(0, at) + "\n\n" + imports + text.substring(at, end) + "\n  "
          + view.text(m) + "\n}\n";
      return view.with(new Edits().replace(view.span(m), "")).map(p -> p.with(path, moved));
    });
  }
}
