package dev.flor.propagator.loops;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.TypeParameter;
import dev.flor.differ.ParseResult.Unparsable;
import dev.flor.differ.SyntaxTree;
import dev.flor.propagator.ReplayNeeds.Obstacle;
import dev.flor.propagator.SourceTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The parsed sources of one version: its types and all code that can be called, by name. */
final class Project {
  private final List<SourceFile> files = new ArrayList<>();
  private final List<Obstacle> unparsable = new ArrayList<>();
  private final List<Callable> callables = new ArrayList<>();
  private final Map<String, List<Callable>> byName = new TreeMap<>();
  private final IdentityHashMap<Node, Callable> byNode = new IdentityHashMap<>();
  private final IdentityHashMap<Node, SourceFile> byUnit = new IdentityHashMap<>();
  private final TypeFamilies types = new TypeFamilies();

  private Project() {}

  static Project of(SourceTree sources) {
    Project project = new Project();
    for (String path : RelevantFiles.of(sources)) {
      sources.read(path).ifPresent(text -> project.add(path, text));
    }
    return project;
  }

  private void add(String path, String text) {
    SyntaxTree.parse(text)
        .fold(parsed -> add(new SourceFile(path, parsed.tree())), no -> add(path, no));
  }

  private boolean add(String path, Unparsable no) {
    return unparsable.add(new Obstacle(path, no.line(), "", "", "this file does not parse"));
  }

  private boolean add(SourceFile file) {
    CompilationUnit unit = file.tree().unit();
    byUnit.put(unit, file);
    unit.findAll(TypeDeclaration.class).forEach(types::add);
    unit.findAll(TypeParameter.class).forEach(types::add);
    for (BodyDeclaration<?> member : members(unit)) {
      name(member)
          .ifPresent(
              name -> add(new Callable(callables.size(), file, owner(member), name, member)));
    }
    unit.walk(node -> {
      if (node instanceof LambdaExpr || node instanceof MethodReferenceExpr) {
        enlist(new Callable(callables.size(), file, owner(node), Callable.FUNCTION, node));
      }
    });
    return files.add(file);
  }

  private static List<BodyDeclaration<?>> members(CompilationUnit unit) {
    List<BodyDeclaration<?>> members = new ArrayList<>();
    unit.walk(node -> {
      if (node instanceof BodyDeclaration<?> member) {
        members.add(member);
      }
    });
    return members;
  }

  private static Optional<String> name(BodyDeclaration<?> member) {
    if (member instanceof MethodDeclaration method) {
      return Optional.of(method.getNameAsString());
    }
    if (member instanceof ConstructorDeclaration
        || member instanceof CompactConstructorDeclaration) {
      return Optional.of(Callable.CONSTRUCTOR);
    }
    if (member instanceof FieldDeclaration field) {
      return Optional.of(field.isStatic() ? Callable.STATIC : Callable.FIELDS);
    }
    return member instanceof InitializerDeclaration block
        ? Optional.of(block.isStatic() ? Callable.STATIC : Callable.FIELDS)
        : Optional.empty();
  }

  private void add(Callable callable) {
    enlist(callable);
    byNode.put(callable.node(), callable);
  }

  private void enlist(Callable callable) {
    callables.add(callable);
    byName.computeIfAbsent(callable.name(), name -> new ArrayList<>()).add(callable);
  }

  /** The simple name of the type that a node stands in; empty in an anonymous class. */
  static String owner(Node node) {
    for (Node at = node.getParentNode().orElse(null);
        at != null;
        at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        return type.getNameAsString();
      }
      if (at instanceof ObjectCreationExpr creation && isMember(node, creation)) {
        return "";
      }
    }
    return "";
  }

  private static boolean isMember(Node node, ObjectCreationExpr creation) {
    return creation.getAnonymousClassBody().isPresent()
        && creation.getAnonymousClassBody().get().stream()
            .anyMatch(member -> Lookup.within(node, member));
  }

  /** Whether what is printed may be read again. */
  boolean redirectsOutput() {
    return !sites(MethodCallExpr.class, call -> call.getNameAsString().matches("setOut|setErr"))
        .isEmpty();
  }

  /** Whether some map may count a look as a change. */
  boolean keepsOrderOfUse() {
    return types.isExtended("LinkedHashMap")
        || !sites(
                ObjectCreationExpr.class,
                made -> made.getType().getNameAsString().equals("LinkedHashMap")
                    && (made.getArguments().size() == 3
                        || made.getAnonymousClassBody().isPresent()))
            .isEmpty();
  }

  private <N extends Node> List<N> sites(Class<N> type, Predicate<N> predicate) {
    return files.stream()
        .flatMap(file -> file.tree().unit().findAll(type, predicate).stream())
        .toList();
  }

  List<SourceFile> files() {
    return files;
  }

  List<Obstacle> unparsable() {
    return unparsable;
  }

  List<Callable> callables() {
    return callables;
  }

  TypeFamilies types() {
    return types;
  }

  List<Callable> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  SourceFile file(Node node) {
    Node root = node.findRootNode();
    return Optional.ofNullable(byUnit.get(root))
        .orElseThrow(() -> new IllegalStateException("of no file: " + node));
  }

  /** The innermost callable that a node stands in. */
  Optional<Callable> callable(Node node) {
    Node at = node;
    while (at != null && !byNode.containsKey(at)) {
      at = at.getParentNode().orElse(null);
    }
    return Optional.ofNullable(at).map(byNode::get);
  }

  /** Whether a callable is code of a type in the family of a named one, or of an anonymous type. */
  boolean mayBelong(Callable callable, String type) {
    return callable.owner().isEmpty() || types.related(callable.owner(), type);
  }

  /** A key for a declaration, the same in each run. */
  Root root(Node declaration, String name) {
    SourceFile file = file(declaration);
    return Root.variable(file.path() + ":" + file.start(declaration) + ":" + name, name);
  }

  /** Whether a callable can be called with so many arguments. */
  static boolean fits(Callable callable, int arguments) {
    boolean declares = callable.node() instanceof CallableDeclaration<?> || callable.isFunction();
    return declares ? callable.takes(arguments) : arguments >= 0;
  }
}
