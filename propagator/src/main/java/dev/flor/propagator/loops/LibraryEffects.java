package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What code without sources does: what is not known to read only may change its receiver, its arguments, or anything outside. */
final class LibraryEffects {
  private final Project project;
  private final Types types;
  private final Regions regions;
  private final Summary summary;

  LibraryEffects(Project project, Types types, Regions regions, Summary summary) {
    this.project = project;
    this.types = types;
    this.regions = regions;
    this.summary = summary;
  }

  void call(MethodCallExpr call) {
    Optional<Expression> scope = call.getScope();
    String statics = scope
        .filter(types::isType)
        .map(type -> Types.plain(type.toString()))
        .orElseGet(() -> importedFrom(call));
    if (!statics.isEmpty() && (scope.isEmpty() || types.isType(scope.get()))) {
      callStatic(call, statics);
    } else if (!scope.map(this::isOutput).orElse(false) && !reads(call)) {
      callInstance(call, scope);
    }
  }

  private boolean reads(MethodCallExpr call) {
    Optional<String> receiver = call.getScope().isPresent()
        ? call.getScope().flatMap(types::of)
        : Optional.of(Project.owner(call)).filter(project.types()::isProjectType);
    return reads(receiver, call.getNameAsString());
  }

  /** Whether a method only reads a receiver of a type, if that is known. */
  private boolean reads(Optional<String> type, String method) {
    if (Reads.anything(method) || type.filter(types::isValue).isPresent()) {
      return true;
    }
    if (type.isEmpty()) {
      return false;
    }
    String plain = Types.plain(type.get());
    if (!project.types().isProjectType(plain)) {
      return Reads.only(type.get(), method)
          && !(Reads.isMap(plain) && Reads.isUse(method) && project.keepsOrderOfUse());
    }
    return project.types().isAccessor(plain, method)
        || (project.types().isEnum(plain) && Reads.ofEnum(method))
        || project.types().ancestors(plain).stream()
            .filter(above -> !project.types().isProjectType(above))
            .anyMatch(above -> reads(Optional.of(above), method));
  }

  private void callStatic(MethodCallExpr call, String type) {
    String name = call.getNameAsString();
    List<Integer> changed = Library.changedArguments(type, name);
    String written = call.getScope().map(s -> s + ".").orElse("") + name;
    for (int argument : changed) {
      if (argument < call.getArguments().size()) {
        change(regions.of(call.getArgument(argument)), call, written + " changes it");
        regions.addToHolder(call.getArgument(argument), regions.all(call.getArguments()));
      }
    }
    boolean ofEnum = project.types().isEnum(type) && Reads.ofEnum(name);
    if (!Library.knowsStatics(type) && !ofEnum) {
      change(regions.all(call.getArguments()), call, written + " may change it");
    }
    if (!Reads.onlyStatic(type, name) && !ofEnum) {
      change(Set.of(Root.OUTSIDE), call, written + " may change it");
    }
  }

  private void callInstance(MethodCallExpr call, Optional<Expression> scope) {
    String why = scope.map(s -> s + ".").orElse("") + call.getNameAsString() + " may change it";
    Set<Root> receiver = regions.ofReceiver(call);
    Optional<String> type = scope.flatMap(types::of);
    change(receiver, call, why, type.filter(Library::isFunctional).isEmpty());
    if (type.filter(this::holdsValues).isEmpty()) {
      receiver.forEach(root -> change(Set.of(root.moved()), call, why));
    }
    scope.ifPresent(holder -> regions.addToHolder(holder, regions.all(call.getArguments())));
    if (type.filter(t -> Library.keepsArguments(Types.plain(t))).isEmpty()) {
      change(regions.all(call.getArguments()), call, why);
    }
  }

  /** Whether nothing that a call puts elsewhere in it could be known by another name. */
  private boolean holdsValues(String type) {
    String plain = Types.plain(type);
    boolean elements = Library.isCollection(plain) || Reads.isMap(plain);
    Optional<String> held = Reads.isMap(plain) ? Types.mapped(type) : Types.element(type);
    return elements
        ? held.filter(types::isValue).isPresent()
        : Library.keepsArguments(plain) && !plain.equals("AtomicReference");
  }

  /** Making an object of a class without sources. */
  void create(ObjectCreationExpr creation) {
    String type = creation.getType().getNameAsString();
    if (!project.types().isProjectType(type)
        && creation.getAnonymousClassBody().isEmpty()
        && !Reads.makesOnly(type)) {
      Set<Root> changed = new TreeSet<>(regions.all(creation.getArguments()));
      changed.add(Root.OUTSIDE);
      change(changed, creation, "new " + type + " may change it");
    }
  }

  /** Whether a reference to a method without sources only reads. */
  boolean refers(MethodReferenceExpr reference) {
    Expression scope = reference.getScope();
    String method = reference.getIdentifier();
    if (!types.isType(scope) && !scope.isTypeExpr()) {
      return isOutput(scope) || reads(types.of(scope), method);
    }
    String type = scope.toString();
    if (method.equals("new")) {
      return type.endsWith("[]") || Reads.makesOnly(Types.plain(type));
    }
    return reads(Optional.of(type), method)
        || (Library.isPureClass(Types.plain(type)) && Reads.onlyStatic(Types.plain(type), method));
  }

  /** {@code map.keySet()}, {@code list.subList(...)}: views that can be iterated any number of times. */
  boolean isView(Expression drawn) {
    if (!(drawn instanceof MethodCallExpr call) || !Reads.isView(call.getNameAsString())) {
      return false;
    }
    boolean statics = call.getScope()
        .filter(types::isType)
        .map(type -> Types.plain(type.toString()))
        .filter(type -> Library.knowsStatics(type) || project.types().isEnum(type))
        .isPresent();
    return statics || reads(call) || importedFrom(call).equals("Arrays");
  }

  /** The class that a plain call's name is imported from. */
  static String importedFrom(MethodCallExpr call) {
    return call.getScope().isPresent()
        ? ""
        : call.findCompilationUnit().stream()
            .flatMap(unit -> unit.getImports().stream())
            .filter(declared -> declared.isStatic())
            .map(declared -> declared.isAsterisk()
                ? declared.getNameAsString() + "." + call.getNameAsString()
                : declared.getNameAsString())
            .filter(name -> name.endsWith("." + call.getNameAsString()))
            .map(name -> Types.plain(name.substring(0, name.lastIndexOf('.'))))
            .findFirst()
            .orElse("");
  }

  /** What is printed on the console or logged is no state; what is written elsewhere is. */
  private boolean isOutput(Expression scope) {
    boolean logger = types
        .of(scope)
        .map(Types::plain)
        .filter(type -> type.equals("Logger") || type.equals("Console"))
        .isPresent();
    return logger || (!project.redirectsOutput() && isConsole(scope));
  }

  private boolean isConsole(Expression scope) {
    if (Reads.isConsole(scope.toString())) {
      return true;
    }
    return scope instanceof NameExpr name
        && types
            .local(name)
            .filter(VariableDeclarator.class::isInstance)
            .flatMap(declaration -> ((VariableDeclarator) declaration).getInitializer())
            .filter(value -> value.isFieldAccessExpr() && isConsole(value))
            .isPresent();
  }

  void change(Set<Root> roots, Node at, String why) {
    change(roots, at, why, true);
  }

  private void change(Set<Root> roots, Node at, String why, boolean sure) {
    SourceFile file = project.file(at);
    roots.forEach(
        root -> summary.add(new Effect(root, file.path(), file.line(at), root.text(), why, sure)));
  }
}
