package dev.flor.propagator;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
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
    Optional<Node> generic = TypeParameters.declaring(name, at);
    if (generic.isPresent()) {
      return generic
          .filter(declaring -> !Nodes.within(declaring, root))
          .flatMap(declaring -> TypeParameters.older(name, declaring, ground));
    }
    Optional<Statement> local =
        Scope.localType(ground.latest(), name, at, ground.latest().start(at));
    if (local.isPresent()) {
      boolean known = Nodes.within(local.get(), root)
          || Scope.localType(ground.older(), name, ground.node(), ground.offset())
              .isPresent();
      if (!known && ground.slot().isPresent()) {
        needs.localType(local.get(), name, ground);
      }
      return Optional.empty();
    }
    Optional<ProjectType> type = project.latestTypes().find(ground.latest(), name, at);
    if (type.isEmpty()) {
      return library(name, ground);
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
    if (!older.get().name().equals(type.name())) {
      cargo.rename(type.name(), older.get().name());
    }
    return Optional.of(spelled(older.get(), ground));
  }

  /** A type of the older version as it is to be written on the ground: with the type around it or its package, if need be. */
  String spelled(ProjectType older, Ground ground) {
    Optional<ProjectType> visible =
        project.olderTypes().find(ground.older(), older.name(), ground.node());
    if (visible.filter(v -> Nodes.same(v.node(), older.node())).isPresent()) {
      return older.name();
    }
    Optional<ProjectType> outer = QualifiedTypes.outer(older);
    if (outer.isPresent()) {
      return spelled(outer.get(), ground) + "." + older.name();
    }
    if (visible.isPresent() || taken(older.qualifiedName(), ground)) {
      return older.qualifiedName();
    }
    bring(older.qualifiedName(), false, ground);
    return older.name();
  }

  /** A type of a library or the JDK: latest's import comes along if it is missing; the full name, if that is impossible. */
  private Optional<String> library(String name, Ground ground) {
    Optional<ImportDeclaration> explicit = imports(ground.latest(), false, name);
    if (explicit.isPresent()) {
      String qualified = explicit.get().getNameAsString();
      if (moved(qualified, ground)) {
        return Optional.empty();
      }
      if (taken(qualified, ground)) {
        return Optional.of(qualified);
      }
      bring(qualified, false, ground);
    } else if (!inJavaLang(name)) {
      ground.latest().tree().unit().getImports().stream()
          .filter(i -> i.isAsterisk() && !i.isStatic())
          .forEach(i -> bring(i.getNameAsString() + ".*", false, ground));
    }
    return Optional.empty();
  }

  /** Whether the last part of a qualified name means another type in the older file. */
  private boolean taken(String qualified, Ground ground) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    return imports(ground.older(), false, simple)
            .filter(i -> !i.getNameAsString().equals(qualified))
            .isPresent()
        || project
            .olderTypes()
            .find(ground.older(), simple, ground.node())
            .filter(t -> !t.qualifiedName().equals(qualified))
            .isPresent();
  }

  /** Whether the older file imports the type from where the library had it then. */
  private static boolean moved(String qualified, Ground ground) {
    String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
    return imports(ground.older(), false, simple)
        .map(ImportDeclaration::getNameAsString)
        .filter(older -> !older.equals(qualified) && holder(older).equals(holder(qualified)))
        .isPresent();
  }

  /** The last part of a package's or an outer type's name: a library that has moved, or was renamed, keeps it. */
  private static String holder(String qualified) {
    String[] parts = qualified.split("\\.", -1);
    return parts.length < 2 ? "" : parts[parts.length - 2];
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

  /** The type that a node qualifies a member with, if the older type of another name is the one around the ground. */
  Optional<NameExpr> needless(Node node, Ground ground) {
    Optional<Expression> scope = node instanceof FieldAccessExpr access
        ? Optional.of(access.getScope())
        : node instanceof MethodCallExpr call ? call.getScope() : Optional.empty();
    return scope
        .filter(NameExpr.class::isInstance)
        .map(NameExpr.class::cast)
        .filter(name ->
            Scope.variable(ground.latest(), name.getNameAsString(), name).isEmpty())
        .filter(name -> project
            .latestTypes()
            .find(ground.latest(), name.getNameAsString(), name)
            .filter(type -> !cargo.takes(type.node()))
            .flatMap(project::olderType)
            .filter(older -> !older.name().equals(name.getNameAsString())
                && Nodes.within(ground.node(), older.node()))
            .isPresent());
  }

  /** Makes a member of one of the older types known by its simple name: by a static import, unless it is anyway. */
  void reach(ProjectType type, String member, Ground ground) {
    if (!Supertypes.reaches(type, ground, project.olderTypes())) {
      bring(type.qualifiedName() + "." + member, true, ground);
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
    if (taken(LogCalls.TYPE, ground)) {
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

  private static boolean inJavaLang(String name) {
    return Object.class.getModule().getPackages().contains("java.lang")
        && Object.class.getResource(name + ".class") != null;
  }
}
