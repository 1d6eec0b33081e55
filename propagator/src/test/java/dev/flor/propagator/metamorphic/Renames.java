package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Variables, methods and types under other names. */
final class Renames {
  private static final List<String> WORDS =
      List.of("item", "entry", "part", "figure", "amount", "piece", "thing", "datum", "subject");

  private Renames() {}

  static List<Refactoring> all() {
    return List.of(
        Refactoring.of("rename local variable", Renames::local, "local"),
        Refactoring.of("rename parameter", Renames::parameter, "parameter"),
        Refactoring.of("rename all variables of the method", Renames::everyVariable, "variables"),
        Refactoring.of("rename field", Renames::field),
        Refactoring.of("rename enclosing method", Renames::enclosingMethod),
        Refactoring.of("rename called method", Renames::calledMethod),
        Refactoring.of("rename nested type", Renames::nestedType, "nested type"),
        Refactoring.of("rename class and file", Renames::classAndFile),
        Refactoring.of("move class to another package", Renames::toPackage));
  }

  private static Optional<Program> local(View view, Random random) {
    return variable(view, random, VariableDeclarator.class);
  }

  private static Optional<Program> parameter(View view, Random random) {
    return variable(view, random, Parameter.class);
  }

  /** Variables of the member that have a name of their own, those that the statement reads first. */
  private static List<String> variables(View view, Class<? extends Node> kind) {
    Optional<CallableDeclaration<?>> member = view.callable();
    List<String> found = new ArrayList<>();
    if (member.isEmpty()) {
      return found;
    }
    List<String> declared = new ArrayList<>();
    for (Node node : member.get().findAll(Node.class)) {
      if (node instanceof VariableDeclarator
          || node instanceof Parameter
          || node instanceof TypePatternExpr) {
        String name = ((NodeWithSimpleName<?>) node).getNameAsString();
        boolean field =
            node.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent();
        boolean untyped =
            node.getParentNode().filter(LambdaExpr.class::isInstance).isPresent();
        declared.add(name);
        if (!field && kind.isInstance(node) && (kind != Parameter.class || !untyped)) {
          found.add(name);
        }
      }
    }
    view.tree.unit().findAll(FieldDeclaration.class).forEach(f -> f.getVariables()
        .forEach(v -> declared.add(v.getNameAsString())));
    found.removeIf(name -> Collections.frequency(declared, name) > 1);
    List<String> read = view.names(view.statement);
    found.sort((a, b) -> Boolean.compare(read.contains(b), read.contains(a)));
    return found;
  }

  private static Optional<Program> variable(View view, Random random, Class<? extends Node> kind) {
    List<String> names = variables(view, kind);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String name = names.get(random.nextInt(3) > 0 ? 0 : random.nextInt(names.size()));
    Edits edits = new Edits();
    rename(view, name, view.fresh(other(name, random)), edits);
    return view.with(edits);
  }

  private static Optional<Program> everyVariable(View view, Random random) {
    Edits edits = new Edits();
    int at = 0;
    for (String name : variables(view, Node.class)) {
      rename(view, name, view.fresh(WORDS.get(at % WORDS.size()) + (char) ('A' + at++)), edits);
    }
    return view.with(edits);
  }

  private static String other(String name, Random random) {
    String big = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return switch (random.nextInt(4)) {
      case 0 -> name + "Value";
      case 1 -> "the" + big;
      case 2 -> WORDS.get(random.nextInt(WORDS.size()));
      default -> "current" + big;
    };
  }

  private static void rename(View view, String name, String to, Edits edits) {
    CallableDeclaration<?> member = view.callable().orElseThrow();
    for (NameExpr use : member.findAll(NameExpr.class, n -> n.getNameAsString().equals(name))) {
      edits.replace(view.span(use), to);
    }
    for (Node node : member.findAll(Node.class)) {
      if ((node instanceof VariableDeclarator
              || node instanceof Parameter
              || node instanceof TypePatternExpr)
          && ((NodeWithSimpleName<?>) node).getNameAsString().equals(name)) {
        edits.replace(view.span(((NodeWithSimpleName<?>) node).getName()), to);
      }
    }
  }

  private static Optional<Program> field(View view, Random random) {
    List<VariableDeclarator> fields = view.tree
        .unit()
        .findAll(VariableDeclarator.class, v -> v.getParentNode()
            .filter(p -> p instanceof FieldDeclaration f && f.isPrivate())
            .isPresent());
    List<String> read = view.names(view.callable().map(Node.class::cast).orElse(view.statement));
    List<VariableDeclarator> telling =
        fields.stream().filter(f -> read.contains(f.getNameAsString())).toList();
    List<VariableDeclarator> from = telling.isEmpty() ? fields : telling;
    if (from.isEmpty()) {
      return Optional.empty();
    }
    String name = from.get(random.nextInt(from.size())).getNameAsString();
    boolean local = !view.tree
        .unit()
        .findAll(
            VariableDeclarator.class,
            v -> v.getNameAsString().equals(name)
                && v.getParentNode()
                    .filter(VariableDeclarationExpr.class::isInstance)
                    .isPresent())
        .isEmpty();
    boolean twice =
        fields.stream().filter(f -> f.getNameAsString().equals(name)).count() > 1;
    boolean foreign = !view.tree
        .unit()
        .findAll(
            FieldAccessExpr.class,
            a -> a.getNameAsString().equals(name) && !a.getScope().isThisExpr())
        .isEmpty();
    if (local || twice || foreign) {
      return Optional.empty();
    }
    return renameField(view, name, view.fresh(other(name, random)));
  }

  private static Optional<Program> renameField(View view, String name, String to) {
    Edits edits = new Edits();
    view.tree.unit().walk(node -> {
      if (node instanceof VariableDeclarator v && v.getNameAsString().equals(name)) {
        edits.replace(view.span(v.getName()), to);
      } else if (node instanceof FieldAccessExpr a && a.getNameAsString().equals(name)) {
        edits.replace(view.span(a.getName()), to);
      } else if (node instanceof NameExpr n && n.getNameAsString().equals(name) && !shadowed(n)) {
        edits.replace(view.span(n), to);
      }
    });
    return view.with(edits);
  }

  private static boolean shadowed(NameExpr use) {
    for (Node at = use; at != null; at = at.getParentNode().orElse(null)) {
      List<Parameter> parameters = at instanceof CallableDeclaration<?> c
          ? c.getParameters()
          : at instanceof LambdaExpr l ? l.getParameters() : List.of();
      if (parameters.stream().anyMatch(p -> p.getNameAsString().equals(use.getNameAsString()))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Program> enclosingMethod(View view, Random random) {
    return view.callable()
        .filter(MethodDeclaration.class::isInstance)
        .flatMap(m -> method(view, (MethodDeclaration) m, random));
  }

  private static Optional<Program> calledMethod(View view, Random random) {
    List<String> called = view
        .callable()
        .map(Node.class::cast)
        .orElse(view.statement)
        .findAll(MethodCallExpr.class)
        .stream()
        .map(MethodCallExpr::getNameAsString)
        .toList();
    List<MethodDeclaration> methods = view.tree
        .unit()
        .findAll(
            MethodDeclaration.class, m -> called.contains(m.getNameAsString()) && !view.holds(m));
    return methods.isEmpty()
        ? Optional.empty()
        : method(view, methods.get(random.nextInt(methods.size())), random);
  }

  private static Optional<Program> method(View view, MethodDeclaration method, Random random) {
    String name = method.getNameAsString();
    List<MethodDeclaration> all = view.tree
        .unit()
        .findAll(MethodDeclaration.class, m -> m.getNameAsString().equals(name));
    List<MethodCallExpr> calls =
        view.tree.unit().findAll(MethodCallExpr.class, c -> c.getNameAsString().equals(name));
    boolean foreign =
        calls.stream().anyMatch(c -> c.getScope().filter(s -> !s.isThisExpr()).isPresent());
    boolean overrides = method.getAnnotationByName("Override").isPresent();
    boolean referred = !view.tree
        .unit()
        .findAll(MethodReferenceExpr.class, r -> r.getIdentifier().equals(name))
        .isEmpty();
    if (all.size() > 1 || foreign || overrides || referred) {
      return Optional.empty();
    }
    String to = view.fresh(
        random.nextBoolean()
            ? name + "Now"
            : List.of("perform", "handle", "work").get(random.nextInt(3)) + "Step");
    Edits edits = new Edits();
    edits.replace(view.span(method.getName()), to);
    calls.forEach(c -> edits.replace(view.span(c.getName()), to));
    return view.with(edits);
  }

  private static Optional<Program> nestedType(View view, Random random) {
    List<String> names = new ArrayList<>();
    for (TypeDeclaration<?> type : view.tree.unit().getTypes()) {
      type.findAll(TypeDeclaration.class).stream()
          .filter(t -> !View.same(t, type))
          .forEach(t -> names.add(t.getNameAsString()));
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return everywhere(view.program, names.get(random.nextInt(names.size())), random);
  }

  private static Optional<Program> classAndFile(View view, Random random) {
    String name = view.path.substring(view.path.lastIndexOf('/') + 1).replace(".java", "");
    if (view.tree.unit().getTypes().stream().noneMatch(t -> t.getNameAsString().equals(name))) {
      return Optional.empty();
    }
    String to = random.nextBoolean() ? name + "Impl" : "Default" + name;
    return named(view.program, name, to).map(renamed -> renamed
        .without(view.path)
        .with(view.path.replace(name + ".java", to + ".java"), renamed.files().get(view.path)));
  }

  private static Optional<Program> everywhere(Program program, String name, Random random) {
    return named(program, name, random.nextBoolean() ? name + "Part" : "Other" + name);
  }

  /** Replaces an identifier outside strings and comments. */
  private static Optional<Program> named(Program program, String name, String to) {
    SortedMap<String, String> files = new TreeMap<>();
    program.files().forEach((path, text) -> files.put(path, Words.replaced(text, name, to)));
    return files.equals(program.files())
        ? Optional.empty()
        : Optional.of(new Program(files, program.reversible(), program.loose()));
  }

  private static Optional<Program> toPackage(View view, Random random) {
    return view.tree.unit().getPackageDeclaration().flatMap(p -> {
      String old = p.getNameAsString();
      String to = random.nextBoolean()
          ? old + ".internal"
          : old.substring(0, Math.max(old.lastIndexOf('.'), 0)) + ".core";
      String file = view.path.substring(view.path.lastIndexOf('/') + 1);
      Edits edits = new Edits()
          .replace(view.span(p.getName()), to)
          .insert(view.span(p).end(), "\n\nimport " + old + ".*;");
      return view.with(edits).map(moved -> moved
          .without(view.path)
          .with(to.replace('.', '/') + "/" + file, moved.files().get(view.path)));
    });
  }
}
