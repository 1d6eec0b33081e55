package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of the project's code a call may run: by name and number of arguments, narrowed by the receiver's declared type. */
final class Calls {
  /** Names that libraries call on what they are given. */
  private static final Set<String> CALLBACKS = Set.of(
      "toString",
      "hashCode",
      "equals",
      "compareTo",
      "compare",
      "run",
      "call",
      "accept",
      "apply",
      "get",
      "test",
      "iterator",
      "next",
      "hasNext",
      "close",
      "applyAsDouble",
      "applyAsInt",
      "applyAsLong",
      "finalize",
      "compute");

  /** Methods of libraries that run what they are given. */
  private static final Pattern HIGHER = Pattern.compile(
      "forEach\\w*|map\\w*|flatMap\\w*|filter|reduce|collect|compute\\w*|merge|"
          + "replaceAll|removeIf|sort\\w*|submit|execute|invoke\\w*|run\\w*|supply\\w*|then\\w*|"
          + "setAll|parallel\\w+|generate|iterate|or|orElseGet|ifPresent\\w*|peek|\\w+Match|"
          + "getAndUpdate|updateAndGet|getAndAccumulate|accumulateAndGet|tryAdvance|max|min|"
          + "doPrivileged|withInitial|andThen|compose|schedule\\w*|addShutdownHook|takeWhile|dropWhile");

  private final IdentityHashMap<MethodCallExpr, List<Callable>> found = new IdentityHashMap<>();
  private final Project project;
  private final Types types;

  /** Looked up, never walked; null until asked for. */
  private Set<String> calledNames;

  Calls(Project project, Types types) {
    this.project = project;
    this.types = types;
  }

  List<Callable> of(MethodCallExpr call) {
    List<Callable> known = found.get(call);
    if (known == null) {
      known = new ArrayList<>(declared(call));
      known.addAll(functions(call, known));
      found.put(call, known);
    }
    return known;
  }

  /** Lambda expressions and method references that a call may run: any of the shape, wherever it was made. */
  private List<Callable> functions(MethodCallExpr call, List<Callable> declared) {
    Optional<Expression> scope = call.getScope();
    boolean statics = scope.filter(types::isType).isPresent();
    Optional<String> receiver = statics ? Optional.empty() : scope.flatMap(types::of);
    boolean onKnown = receiver
        .filter(type -> Library.isKnown(type)
            || types.isValue(type)
            || project.types().isProjectType(Types.plain(type)))
        .isPresent();
    boolean itself = scope.isPresent()
        && !statics
        && !onKnown
        && !Reads.anything(call.getNameAsString())
        && !Reads.isConsole(scope.get().toString());
    if (itself || declared.stream().anyMatch(this::isAbstract)) {
      return fitting(Callable.FUNCTION, call.getArguments().size());
    }
    boolean handsOver = HIGHER.matcher(call.getNameAsString()).matches()
        && declared.isEmpty()
        && call.getArguments().stream().anyMatch(this::mayBeFunction);
    return handsOver ? project.named(Callable.FUNCTION) : List.of();
  }

  private boolean isAbstract(Callable callable) {
    return callable.node() instanceof MethodDeclaration method
        && method.getBody().isEmpty()
        && method.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration type
        && type.isInterface();
  }

  /** One that stands here itself is looked into where it stands. */
  private boolean mayBeFunction(Expression argument) {
    return !argument.isLambdaExpr()
        && !argument.isMethodReferenceExpr()
        && types
            .of(argument)
            .filter(type -> Library.isKnown(type) || types.isValue(type))
            .isEmpty();
  }

  private List<Callable> declared(MethodCallExpr call) {
    List<Callable> fitting = fitting(call.getNameAsString(), call.getArguments().size());
    Optional<String> receiver = receiver(call);
    if (receiver.isEmpty()) {
      return fitting;
    }
    String type = receiver.get();
    List<Callable> related = fitting.stream().filter(c -> mayBelong(c, type)).toList();
    if (project.types().isProjectType(type)) {
      return related.isEmpty() ? fitting : related;
    }
    return related;
  }

  /** A type of a library may be one that the callable's class gets from another type of it. */
  private boolean mayBelong(Callable callable, String type) {
    return project.mayBelong(callable, type)
        || (!project.types().isProjectType(type)
            && project.types().ancestors(callable.owner()).stream()
                .anyMatch(above ->
                    !project.types().isProjectType(above) && Library.mayBeKin(above, type)));
  }

  /** Whether the call may run code without sources. */
  boolean mayLeave(MethodCallExpr call) {
    return of(call).isEmpty()
        || (receiver(call).filter(project.types()::isProjectType).isEmpty()
            && !isImportedFromProject(call));
  }

  private boolean isImportedFromProject(MethodCallExpr call) {
    String imported = LibraryEffects.importedFrom(call);
    return project.types().isProjectType(imported)
        && of(call).stream().anyMatch(callable -> callable.owner().equals(imported));
  }

  /** The receiver's type; for a plain call that of the class around, if that has such a method. */
  private Optional<String> receiver(MethodCallExpr call) {
    if (call.getScope().isEmpty()) {
      return Optional.of(Project.owner(call)).filter(owner -> own(call, owner));
    }
    Expression scope = call.getScope().get();
    return types.isType(scope)
        ? Optional.of(Types.plain(scope.toString()))
        : types.of(scope).map(Types::plain).filter(type -> !project.types().isParameter(type));
  }

  private boolean own(MethodCallExpr call, String owner) {
    return !owner.isEmpty()
        && fitting(call.getNameAsString(), call.getArguments().size()).stream()
            .anyMatch(c -> project.mayBelong(c, owner));
  }

  private List<Callable> fitting(String name, int arguments) {
    return project.named(name).stream().filter(c -> Project.fits(c, arguments)).toList();
  }

  /** Constructors and initialisers that {@code new} runs, those of the classes above included. */
  List<Callable> of(ObjectCreationExpr creation) {
    return constructing(
        creation.getType().getNameAsString(), creation.getArguments().size());
  }

  List<Callable> of(ExplicitConstructorInvocationStmt call) {
    String owner = Project.owner(call);
    return project.named(Callable.CONSTRUCTOR).stream()
        .filter(c -> project.types().ancestors(owner).contains(c.owner()))
        .filter(c -> Project.fits(c, call.getArguments().size()))
        .toList();
  }

  List<Callable> of(MethodReferenceExpr reference) {
    return reference.getIdentifier().equals("new")
        ? project.named(Callable.CONSTRUCTOR).stream()
            .filter(c -> c.owner().equals(Types.plain(reference.getScope().toString())))
            .toList()
        : named(reference);
  }

  private List<Callable> named(MethodReferenceExpr reference) {
    List<Callable> named = new ArrayList<>(project.named(reference.getIdentifier()));
    boolean functional =
        named.stream().anyMatch(this::isAbstract) || CALLBACKS.contains(reference.getIdentifier());
    if (functional) {
      named.addAll(project.named(Callable.FUNCTION));
    }
    return named;
  }

  private List<Callable> constructing(String type, int arguments) {
    List<Callable> found = new ArrayList<>();
    SortedSet<String> above = project.types().ancestors(type);
    for (Callable callable : project.named(Callable.CONSTRUCTOR)) {
      boolean own = callable.owner().equals(type) && Project.fits(callable, arguments);
      boolean implied =
          !callable.owner().equals(type) && above.contains(callable.owner()) && callable.takes(0);
      if (own || implied) {
        found.add(callable);
      }
    }
    project.named(Callable.FIELDS).stream()
        .filter(c -> above.contains(c.owner()))
        .forEach(found::add);
    return found;
  }

  /** All code that a node may run, directly or not, in the order of the project. */
  Collection<Callable> reachable(Collection<? extends Node> nodes) {
    SortedMap<Integer, Callable> found = new TreeMap<>();
    Deque<Node> todo = new ArrayDeque<>(nodes);
    while (!todo.isEmpty()) {
      for (Callable callable : direct(todo.remove())) {
        if (found.putIfAbsent(callable.number(), callable) == null) {
          todo.add(callable.node());
        }
      }
    }
    return found.values();
  }

  private List<Callable> direct(Node node) {
    List<Callable> found = new ArrayList<>();
    node.walk(at -> {
      if (at instanceof MethodCallExpr call && !FlorCalls.isFlor(call)) {
        found.addAll(of(call));
      } else if (at instanceof ObjectCreationExpr creation) {
        found.addAll(of(creation));
      } else if (at instanceof ExplicitConstructorInvocationStmt call) {
        found.addAll(of(call));
      } else if (at instanceof MethodReferenceExpr reference) {
        found.addAll(of(reference));
      } else if (FlorCalls.is(at, "loop") || at instanceof ForEachStmt) {
        found.addAll(iterating());
      }
    });
    return found;
  }

  /** What a for-each statement over an object of the project runs. */
  private List<Callable> iterating() {
    List<Callable> found = new ArrayList<>();
    for (String name : new TreeSet<>(Set.of("iterator", "hasNext", "next"))) {
      found.addAll(fitting(name, 0));
    }
    return found;
  }

  /** Whether code may be run by a library, or by the loading of a class, without a call in sight. */
  boolean isCalledBack(Callable callable) {
    return callable.name().equals(Callable.STATIC)
        || CALLBACKS.contains(callable.name())
        || isOverride(callable);
  }

  /** Whether a method may be one of a library's type: the library calls it. */
  boolean isOverride(Callable callable) {
    return callable.node() instanceof MethodDeclaration method
        && mayOverrideForeign(callable, method);
  }

  private boolean mayOverrideForeign(Callable callable, MethodDeclaration method) {
    boolean foreign = callable.owner().isEmpty()
        || project.types().ancestors(callable.owner()).stream()
            .anyMatch(type -> !project.types().isProjectType(type));
    return foreign
        && !method.isStatic()
        && !method.isPrivate()
        && (method.getAnnotationByName("Override").isPresent()
            || CALLBACKS.contains(callable.name())
            || !isCalledByName(callable.name()));
  }

  private boolean isCalledByName(String name) {
    if (calledNames == null) {
      calledNames = project.files().stream()
          .flatMap(file -> file.tree().unit().findAll(MethodCallExpr.class).stream())
          .map(MethodCallExpr::getNameAsString)
          .collect(Collectors.toSet());
    }
    return calledNames.contains(name);
  }
}
