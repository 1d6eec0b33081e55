package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names that are not declared in the file that uses them: what a superclass or a static import brings. */
final class Inherited {
  private static final int LONGEST_CHAIN = 5;

  private final Project project;

  Inherited(Project project) {
    this.project = project;
  }

  /**
   * Whether a name that latest does not declare either is there: as {@link #declared}, or because latest inherits it from a
   * library's class, which the type around the ground extends, too.
   */
  boolean variable(String name, Ground ground) {
    return declared(name, ground)
        || around(ground).stream().anyMatch(type -> sameBase(type, name, ground));
  }

  /** Whether the older file has the name without declaring it, or a superclass of a type around the ground declares it. */
  boolean declared(String name, Ground ground) {
    return usedUndeclared(name, ground.older())
        || around(ground).stream()
            .anyMatch(type -> declaring(type, project.olderTypes(), LONGEST_CHAIN).stream()
                .anyMatch(above -> above.field(name).isPresent()));
  }

  /** The logger that a superclass in the older version declares, if it can be seen. */
  Optional<String> logger(Ground ground) {
    return around(ground).stream()
        .flatMap(type -> declaring(type, project.olderTypes(), LONGEST_CHAIN).stream())
        .flatMap(type -> Scope.fields(type.node()).stream())
        .filter(field -> Loggers.isLogger(field) && isShared(field))
        .min(Comparator.comparing(field -> !Loggers.isPlainName(field.name())))
        .map(Binding::name);
  }

  private static boolean isShared(Binding field) {
    return !(field.node().getParentNode().orElse(null)
            instanceof com.github.javaparser.ast.body.FieldDeclaration declared)
        || !declared.isPrivate();
  }

  /** Whether the older file calls a method of this name with so many arguments: of its own, or of something. */
  static boolean method(String name, int arity, boolean own, Unit older) {
    return older
        .tree()
        .unit()
        .findFirst(
            MethodCallExpr.class,
            call -> call.getNameAsString().equals(name)
                && call.getArguments().size() == arity
                && own == call.getScope().filter(s -> !(s instanceof ThisExpr)).isEmpty())
        .isPresent();
  }

  /** Whether the older file reads a field of this name from something. */
  static boolean field(String name, Unit older) {
    return older
        .tree()
        .unit()
        .findFirst(FieldAccessExpr.class, access -> access.getNameAsString().equals(name))
        .isPresent();
  }

  private static boolean usedUndeclared(String name, Unit unit) {
    return unit.tree()
        .unit()
        .findFirst(
            NameExpr.class,
            use -> use.getNameAsString().equals(name)
                && Scope.variable(unit, name, use).isEmpty())
        .isPresent();
  }

  /** The types that the ground is in, innermost first. */
  private static List<ProjectType> around(Ground ground) {
    List<ProjectType> types = new ArrayList<>();
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        types.add(new ProjectType(ground.older(), type));
      }
    }
    return types;
  }

  private boolean sameBase(ProjectType older, String name, Ground ground) {
    Optional<ProjectType> latest = ground
        .pairing()
        .latestDeclaration(older.node())
        .filter(TypeDeclaration.class::isInstance)
        .map(node -> new ProjectType(ground.latest(), (TypeDeclaration<?>) node));
    if (latest.isEmpty()
        || declaring(latest.get(), project.latestTypes(), LONGEST_CHAIN).stream()
            .anyMatch(type -> type.field(name).isPresent())) {
      return false;
    }
    boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
    NavigableSet<String> bases = libraryBases(latest.get(), project.latestTypes(), constant);
    return !Collections.disjoint(bases, libraryBases(older, project.olderTypes(), constant));
  }

  /** Names of what a type and its superclasses extend, or implement, and the version's own sources do not declare. */
  private static NavigableSet<String> libraryBases(
      ProjectType type, TypeFinder types, boolean interfaces) {
    NavigableSet<String> bases = new TreeSet<>();
    for (ProjectType declaring : declaring(type, types, LONGEST_CHAIN)) {
      Stream<ClassOrInterfaceType> above =
          declaring.node() instanceof ClassOrInterfaceDeclaration declared && !interfaces
              ? declared.getExtendedTypes().stream()
              : bases(declaring.node());
      above
          .map(ClassOrInterfaceType::getNameAsString)
          .filter(name -> find(declaring, name, types, LONGEST_CHAIN).isEmpty())
          .forEach(bases::add);
    }
    return bases;
  }

  /** A type and what it inherits from, as far as the version's own sources declare it. */
  private static List<ProjectType> declaring(ProjectType type, TypeFinder types, int remaining) {
    List<ProjectType> all = new ArrayList<>(List.of(type));
    if (remaining > 0) {
      above(type.node())
          .flatMap(name -> find(type, name, types, remaining).stream())
          .filter(base -> !Nodes.same(base.node(), type.node()))
          .forEach(base -> all.addAll(declaring(base, types, remaining - 1)));
    }
    return all;
  }

  /** Names of the supertypes. */
  static Stream<String> above(TypeDeclaration<?> type) {
    return bases(type).map(ClassOrInterfaceType::getNameAsString);
  }

  private static Stream<ClassOrInterfaceType> bases(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      return Stream.concat(
          declared.getExtendedTypes().stream(), declared.getImplementedTypes().stream());
    }
    if (type instanceof EnumDeclaration constants) {
      return constants.getImplementedTypes().stream();
    }
    return type instanceof RecordDeclaration record
        ? record.getImplementedTypes().stream()
        : Stream.empty();
  }

  /** The type of this name; it may be nested in what an enclosing type extends. */
  static Optional<ProjectType> find(
      ProjectType type, String name, TypeFinder types, int remaining) {
    Optional<ProjectType> found = types.find(type.unit(), name, type.node());
    Optional<ProjectType> outer =
        type.node().getParentNode().flatMap(p -> TypeFinder.around(type.unit(), p));
    if (found.isPresent() || outer.isEmpty() || remaining == 0) {
      return found;
    }
    return above(outer.get().node())
        .flatMap(base -> find(outer.get(), base, types, remaining - 1).stream())
        .flatMap(base -> types.find(base.unit(), name, base.node()).stream())
        .findFirst();
  }
}
