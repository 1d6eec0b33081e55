package dev.flor.propagator;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.Optional;

/** What types are called in the older version, and which imports they need there. */
final class TypeNames {
  private final Project project;
  private final Cargo cargo;
  private final Needs needs;

  TypeNames(Project project, Cargo cargo, Needs needs) {
    this.project = project;
    this.cargo = cargo;
    this.needs = needs;
  }

  /** The name of a type; empty if it stays, or cannot be found and the cargo says so. */
  Optional<String> older(String name, Node at, Node root, Ground ground) {
    if (isParameter(name, at)) {
      return Optional.empty();
    }
    Optional<ProjectType> type = project.latestTypes().find(ground.latest(), name, at);
    if (type.isEmpty()) {
      library(name, ground);
      return Optional.empty();
    }
    if (Nodes.within(type.get().node(), root) || cargo.takes(type.get().node())) {
      return Optional.empty();
    }
    Optional<ProjectType> visible = project.olderTypes().find(ground.older(), name, ground.node());
    return visible.isPresent() ? Optional.of(name) : elsewhere(type.get(), ground);
  }

  private Optional<String> elsewhere(ProjectType type, Ground ground) {
    Optional<ProjectType> older = project.olderType(type);
    if (older.isEmpty()) {
      return needs.type(type, ground);
    }
    if (older.get().topLevel()
        && project
            .olderTypes()
            .find(ground.older(), older.get().name(), ground.node())
            .isEmpty()) {
      bring(older.get().qualifiedName(), false, ground);
    }
    if (!older.get().name().equals(type.name())) {
      cargo.rename(type.name(), older.get().name());
    }
    return Optional.of(older.get().name());
  }

  /** A type of a library or the JDK: latest's import comes along if it is missing. */
  private void library(String name, Ground ground) {
    Optional<ImportDeclaration> explicit = imports(ground.latest(), false, name);
    if (explicit.isPresent()) {
      bring(explicit.get().getNameAsString(), false, ground);
    } else if (!inJavaLang(name)) {
      ground.latest().tree().unit().getImports().stream()
          .filter(i -> i.isAsterisk() && !i.isStatic())
          .forEach(i -> bring(i.getNameAsString() + ".*", false, ground));
    }
  }

  /** A method or constant that may come from a static import. */
  void fixedImport(String name, Node at, Ground ground) {
    Optional<ImportDeclaration> explicit = imports(ground.latest(), true, name);
    if (explicit.isPresent()) {
      bring(explicit.get().getNameAsString(), true, ground);
    } else if (at instanceof MethodCallExpr) {
      ground.latest().tree().unit().getImports().stream()
          .filter(i -> i.isAsterisk() && i.isStatic())
          .forEach(i -> bring(i.getNameAsString() + ".*", true, ground));
    }
  }

  /** How a logging call is to begin, up to its arguments, if not as in latest. */
  Optional<String> flor(MethodCallExpr call, Ground ground) {
    if (call.getScope().isPresent()) {
      return call.getScope().get().isNameExpr() ? florType(ground) : Optional.empty();
    }
    boolean taken = !ground
        .older()
        .tree()
        .unit()
        .findAll(MethodDeclaration.class, m -> m.getNameAsString().equals(LogCalls.METHOD))
        .isEmpty();
    if (taken) {
      return florType(ground).or(() -> Optional.of("Flor.log"));
    }
    bring(LogCalls.TYPE + "." + LogCalls.METHOD, true, ground);
    return Optional.empty();
  }

  private Optional<String> florType(Ground ground) {
    boolean taken = imports(ground.older(), false, "Flor")
            .filter(i -> !i.getNameAsString().equals(LogCalls.TYPE))
            .isPresent()
        || project
            .olderTypes()
            .find(ground.older(), "Flor", ground.node())
            .filter(t -> !t.qualifiedName().equals(LogCalls.TYPE))
            .isPresent();
    if (taken) {
      return Optional.of(LogCalls.TYPE + "." + LogCalls.METHOD);
    }
    bring(LogCalls.TYPE, false, ground);
    return Optional.empty();
  }

  private static Optional<ImportDeclaration> imports(Unit unit, boolean fixed, String name) {
    return unit.tree().unit().getImports().stream()
        .filter(i -> i.isStatic() == fixed
            && !i.isAsterisk()
            && i.getName().getIdentifier().equals(name))
        .findFirst();
  }

  private void bring(String name, boolean fixed, Ground ground) {
    int dot = name.lastIndexOf('.');
    String holder = dot < 0 ? "" : name.substring(0, dot);
    boolean there = (!fixed && holder.equals(TypeFinder.packageOf(ground.older())))
        || ground.older().tree().unit().getImports().stream()
            .filter(i -> i.isStatic() == fixed)
            .anyMatch(i -> i.getNameAsString().equals(i.isAsterisk() ? holder : name));
    if (!there) {
      Piece.Import piece = new Piece.Import(ground.older(), name, fixed);
      cargo.add(piece);
      cargo.carry(piece.text().replace(";", ""));
    }
  }

  private static boolean isParameter(String name, Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof MethodDeclaration method && has(method.getTypeParameters(), name)) {
        return true;
      }
      if (at instanceof ClassOrInterfaceDeclaration type && has(type.getTypeParameters(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Iterable<TypeParameter> parameters, String name) {
    for (TypeParameter parameter : parameters) {
      if (parameter.getNameAsString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inJavaLang(String name) {
    return Object.class.getModule().getPackages().contains("java.lang")
        && Object.class.getResource(name + ".class") != null;
  }
}
