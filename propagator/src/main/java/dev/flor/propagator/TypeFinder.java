package dev.flor.propagator;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which type of a version's own sources a simple name stands for. */
final class TypeFinder {
  private final ParsedVersion version;
  private final Map<String, List<String>> pathsByName = new TreeMap<>();

  TypeFinder(ParsedVersion version) {
    this.version = version;
  }

  private List<String> paths(String name) {
    return pathsByName.computeIfAbsent(name, one -> version.named(one + ".java"));
  }

  /** The type that a simple name means at a node; empty for types of libraries. */
  Optional<ProjectType> find(Unit unit, String name, Node at) {
    return inside(unit, name, at)
        .or(() -> topLevel(unit, name))
        .or(() -> imported(unit, name))
        .or(() -> inPackage(packageOf(unit), name))
        .or(() -> onDemand(unit, name));
  }

  /** The type of this qualified name. */
  Optional<ProjectType> qualified(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    String holder = dot < 0 ? "" : qualifiedName.substring(0, dot);
    String name = qualifiedName.substring(dot + 1);
    Optional<ProjectType> topLevel = inPackage(holder, name);
    return topLevel.isPresent() || dot < 0
        ? topLevel
        : qualified(holder).flatMap(outer -> nested(outer, name));
  }

  static String packageOf(Unit unit) {
    return unit.tree()
        .unit()
        .getPackageDeclaration()
        .map(p -> p.getNameAsString())
        .orElse("");
  }

  /** The type declaration that a node stands in, or is. */
  static Optional<ProjectType> around(Unit unit, Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        return Optional.of(new ProjectType(unit, type));
      }
    }
    return Optional.empty();
  }

  /** The type of this name among the members of another one. */
  static Optional<ProjectType> nested(ProjectType outer, String name) {
    for (BodyDeclaration<?> member : outer.node().getMembers()) {
      if (member instanceof TypeDeclaration<?> nested
          && nested.getNameAsString().equals(name)) {
        return Optional.of(new ProjectType(outer.unit(), nested));
      }
    }
    return Optional.empty();
  }

  private static Optional<ProjectType> inside(Unit unit, String name, Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        if (type.getNameAsString().equals(name)) {
          return Optional.of(new ProjectType(unit, type));
        }
        Optional<ProjectType> nested = nested(new ProjectType(unit, type), name);
        if (nested.isPresent()) {
          return nested;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ProjectType> topLevel(Unit unit, String name) {
    for (TypeDeclaration<?> type : unit.tree().unit().getTypes()) {
      if (type.getNameAsString().equals(name)) {
        return Optional.of(new ProjectType(unit, type));
      }
    }
    return Optional.empty();
  }

  private Optional<ProjectType> imported(Unit unit, String name) {
    return unit.tree().unit().getImports().stream()
        .filter(
            i -> !i.isStatic() && !i.isAsterisk() && i.getName().getIdentifier().equals(name))
        .findFirst()
        .flatMap(i -> qualified(i.getNameAsString()));
  }

  private Optional<ProjectType> onDemand(Unit unit, String name) {
    return unit.tree().unit().getImports().stream()
        .filter(i -> !i.isStatic() && i.isAsterisk())
        .map(ImportDeclaration::getNameAsString)
        .map(p -> inPackage(p, name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<ProjectType> inPackage(String packageName, String name) {
    String ending = packageName.isEmpty()
        ? name + ".java"
        : packageName.replace('.', '/') + "/" + name + ".java";
    return paths(name).stream()
        .filter(path -> path.equals(ending) || path.endsWith("/" + ending))
        .flatMap(path -> version.unit(path).stream())
        .filter(unit -> packageOf(unit).equals(packageName))
        .flatMap(unit -> topLevel(unit, name).stream())
        .findFirst();
  }
}
