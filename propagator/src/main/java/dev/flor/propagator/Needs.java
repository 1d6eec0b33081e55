package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Span;
import dev.flor.propagator.StaticTypes.ProjectMethod;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries along what a probe needs and the older version lacks: variables, methods, constants, types, and what these need. */
final class Needs {
  private final Project project;
  private final Cargo cargo;
  private final Binder binder;
  private final LocalNeeds locals;

  Needs(Project project, Cargo cargo) {
    this.project = project;
    this.cargo = cargo;
    this.binder = new Binder(project, cargo, this);
    this.locals = new LocalNeeds(this, cargo);
  }

  /** What is to be written instead of some parts of the statement. */
  void respell(IdentityHashMap<Node, String> respelled) {
    binder.respell(respelled);
  }

  /** Whether an expression can be written on the ground, with other names at most and nothing that comes along. */
  static boolean holds(Project project, Expression expression, Ground ground) {
    Cargo cargo = new Cargo();
    cargo.beStrict();
    new Needs(project, cargo).binder.bind(expression, ground.latest().span(expression), ground);
    return cargo.failure().isEmpty()
        && cargo.pieces().stream().allMatch(Piece.Import.class::isInstance);
  }

  /** Puts a statement of latest, or the part of it that {@code wanted} spans, into a slot. */
  void statement(Unit unit, Node wanted, String ending, Ground ground) {
    String bound = binder.bind(wanted, unit.span(wanted), ground) + ending;
    String text = wanted.getParentNode().filter(LambdaExpr.class::isInstance).isPresent()
        ? bound + ";"
        : bound;
    boolean returns = Nodes.enclosing(wanted, Statement.class)
        .flatMap(StatementList::holding)
        .filter(list -> list.statements().stream()
            .anyMatch(s -> s.isReturnStmt() && s.asReturnStmt().getExpression().isPresent()))
        .isPresent();
    cargo.add(new Piece.Line(
        ground.slot().orElseThrow(), new Piece.Source(unit, unit.start(wanted), text), returns));
    new SideEffects(unit, cargo).warn(wanted);
    new OtherLogger(project).warning(wanted, ground).ifPresent(cargo::warn);
  }

  /** How a logging call begins on the ground, up to its parenthesis. */
  String opening(MethodCallExpr call, Ground ground) {
    Unit unit = ground.latest();
    return binder.log(call, ground).orElseGet(() -> unit.text()
        .substring(unit.start(call), unit.end(call.getName())));
  }

  /** A variable that nothing on the ground corresponds to. */
  Optional<String> variable(Binding wanted, Ground ground) {
    if (wanted.field()) {
      Optional<LoggerField> logger = LoggerField.of(wanted, ground.latest());
      return logger.isPresent() ? logger(wanted, logger.get(), ground) : constant(wanted, ground);
    }
    Optional<Expression> spelledOut = Alias.spelledOut(wanted, ground.pairing());
    if (spelledOut.isPresent()) {
      String text = binder.bind(spelledOut.get(), ground.latest().span(spelledOut.get()), ground);
      cargo.rename(wanted.name(), text);
      return Optional.of(text);
    }
    if (cargo.spellsOut()) {
      Optional<Expression> value = Initial.value(wanted, ground.pairing());
      if (value.isPresent()) {
        String text = binder.bind(value.get(), ground.latest().span(value.get()), ground);
        return Optional.of(Initial.needsParentheses(value.get()) ? "(" + text + ")" : text);
      }
    }
    boolean comes = wanted.node() instanceof VariableDeclarator
        && Nodes.enclosing(wanted.node(), Statement.class)
            .filter(Statement::isExpressionStmt)
            .isPresent()
        && ground.slot().isPresent()
        && locals.carry(wanted, ground);
    return comes ? Optional.of(wanted.name()) : unbound(wanted.name(), ground);
  }

  private Optional<String> logger(Binding wanted, LoggerField logger, Ground ground) {
    Optional<ProjectType> host = logger.host(project, ground);
    if (host.isEmpty()) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME,
          "there is no logger here, and " + wanted.name()
              + " of latest cannot be declared for this place"));
      return Optional.empty();
    }
    if (cargo.takesFirst(wanted.node())) {
      Binder own = new Binder(project, cargo, this);
      own.respell(logger.respelled(host.get()));
      member(logger.type(), logger.node(), host.get(), ground, own, "logger " + wanted.name());
    }
    return Optional.of(wanted.name());
  }

  private Optional<String> constant(Binding wanted, Ground ground) {
    Optional<ProjectType> type = TypeFinder.around(ground.latest(), wanted.node());
    Optional<ProjectType> host = type.flatMap(t -> host(t, ground));
    return host.flatMap(h -> field(wanted, type.get(), h, ground))
        .or(() -> unbound(wanted.name(), ground));
  }

  private static boolean constant(FieldDeclaration declared) {
    return declared.isStatic() && declared.isFinal();
  }

  /** A field that the older type lacks: only constants and loggers can be carried. */
  Optional<String> field(Binding wanted, ProjectType type, ProjectType olderType, Ground ground) {
    Optional<Node> parent = wanted.node().getParentNode();
    if (parent.isPresent()
        && parent.get() instanceof FieldDeclaration declared
        && declared.getVariables().size() == 1
        && (constant(declared) || Loggers.isLogger(wanted))) {
      if (cargo.takesFirst(wanted.node())) {
        String kind = constant(declared) ? "constant " : "logger ";
        member(type, declared, olderType, ground, kind + wanted.name());
      }
      return Optional.of(wanted.name());
    }
    return unbound(wanted.name(), ground);
  }

  private Optional<String> unbound(String name, Ground ground) {
    cargo.fail(ground.failure(Refusal.UNBOUND_NAME, "nothing here corresponds to " + name));
    return Optional.empty();
  }

  /** A method that the older type lacks. */
  void method(ProjectMethod method, ProjectType olderType, Ground ground) {
    String name = method.node().getNameAsString();
    if (method.node().getBody().isEmpty()) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME, name + "() does not exist here and has no body to carry"));
    } else if (isInterface(method.type()) != isInterface(olderType)) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME,
          name + "() does not exist here, and a method of "
              + (isInterface(olderType)
                  ? "a class cannot go into an interface"
                  : "an interface cannot go into a class")));
    } else if (cargo.takesFirst(method.node())) {
      member(method.type(), method.node(), olderType, ground, "method " + name + "()");
    }
  }

  private static boolean isInterface(ProjectType type) {
    return type.node() instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
  }

  /** A type that is declared in the method itself. */
  void localType(Statement declaration, String name, Ground ground) {
    if (cargo.takesFirst(declaration) && locals.placed(declaration, true, name, ground)) {
      cargo.carry("type " + name);
    }
  }

  /** A type that the older version lacks; empty, since its name stays or the cargo says why it cannot come. */
  Optional<String> type(ProjectType type, Ground ground) {
    Optional<ProjectType> outer =
        type.node().getParentNode().flatMap(p -> TypeFinder.around(type.unit(), p));
    Optional<ProjectType> host = outer.flatMap(o -> host(o, ground));
    if (host.isEmpty()) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME, "no type of this version corresponds to " + type.name()));
    } else if (cargo.takesFirst(type.node())) {
      member(outer.get(), type.node(), host.get(), ground, "type " + type.name());
    }
    return Optional.empty();
  }

  /** The older type that is to get what stands in {@code type}: its counterpart, or whatever the ground is in. */
  private Optional<ProjectType> host(ProjectType type, Ground ground) {
    return project.olderType(type).or(() -> TypeFinder.around(ground.older(), ground.node()));
  }

  private void member(
      ProjectType type,
      BodyDeclaration<?> wanted,
      ProjectType olderType,
      Ground ground,
      String what) {
    member(type, wanted, olderType, ground, binder, what);
  }

  private void member(
      ProjectType type,
      BodyDeclaration<?> wanted,
      ProjectType olderType,
      Ground ground,
      Binder names,
      String what) {
    Optional<Pairing> pairing = project.pairing(type, olderType);
    if (pairing.isEmpty()) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME, "the file of " + olderType.name() + " does not parse"));
      return;
    }
    Unit unit = type.unit();
    Span span = withComment(unit, wanted);
    String text = names.bind(wanted, span, Ground.of(pairing.get(), olderType));
    Optional<Node> predecessor = predecessor(type.node(), wanted, olderType.node(), pairing.get());
    cargo.add(new Piece.Member(
        olderType.unit(),
        olderType.node(),
        predecessor,
        wanted instanceof FieldDeclaration,
        new Piece.Source(unit, span.start(), text)));
    cargo.carry(what);
    if (!(wanted instanceof TypeDeclaration<?>)) {
      new SideEffects(unit, cargo).warn(wanted);
    }
  }

  /** A comment belongs to what follows it, and so do the lines with comments right above. */
  private static Span withComment(Unit unit, Node node) {
    int start = node.getComment().map(unit::start).orElseGet(() -> unit.start(node));
    int first = Math.min(start, unit.start(node));
    int line = unit.tree().line(first);
    while (line > 1 && opensComment(unit, line - 1)) {
      line--;
      first = unit.text().indexOf("//", unit.tree().lineStart(line));
    }
    return new Span(first, unit.end(node));
  }

  private static boolean opensComment(Unit unit, int line) {
    return unit.text()
        .substring(unit.tree().lineStart(line), unit.tree().lineStart(line + 1))
        .strip()
        .startsWith("//");
  }

  /** The older counterpart of the nearest member above that has one. */
  private static Optional<Node> predecessor(
      TypeDeclaration<?> type,
      BodyDeclaration<?> wanted,
      TypeDeclaration<?> olderType,
      Pairing pairing) {
    Optional<Node> last = Optional.empty();
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (Nodes.same(member, wanted)) {
        return last;
      }
      Node declaring = member instanceof FieldDeclaration field ? field.getVariable(0) : member;
      Optional<Node> older = pairing
          .olderDeclaration(declaring)
          .map(node ->
              node instanceof VariableDeclarator ? node.getParentNode().orElseThrow() : node)
          .filter(
              node -> node.getParentNode().filter(p -> Nodes.same(p, olderType)).isPresent());
      last = older.or(lastOf(last));
    }
    return last;
  }

  private static Supplier<Optional<Node>> lastOf(Optional<Node> last) {
    return () -> last;
  }
}
