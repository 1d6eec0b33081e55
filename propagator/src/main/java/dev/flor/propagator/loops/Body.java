package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.flor.propagator.loops.TypeFamilies.Field;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out what one piece of code, a callable or a loop, does to what it did not make itself. Variables declared inside stand for
 * what was put into them anywhere inside; those declared outside, and parameters, for themselves.
 */
final class Body {
  private static final int PASSES = 20;

  private final Project project;
  private final Types types;
  private final Node node;
  private final boolean callable;
  private final Summary summary;
  private final Regions regions;
  private final CallEffects callEffects;

  Body(
      Project project,
      Types types,
      Calls calls,
      Summaries summaries,
      Node node,
      boolean callable,
      Summary summary) {
    this.project = project;
    this.types = types;
    this.node = node;
    this.callable = callable;
    this.summary = summary;
    this.regions = new Regions(
        project,
        types,
        calls,
        summaries,
        node,
        this::isOwn,
        callable && Project.owner(node).isEmpty());
    this.callEffects = new CallEffects(project, types, calls, summaries, regions, summary);
  }

  /** Variables that this code makes anew each time it runs. */
  private boolean isOwn(Node declaration) {
    boolean parameter = callable
        && declaration instanceof Parameter
        && declaration.getParentNode().filter(p -> Lookup.same(p, node)).isPresent();
    return !parameter && Lookup.within(declaration, node);
  }

  void run() {
    run(() -> node.walk(Node.TreeTraversal.POSTORDER, this::visit));
  }

  /** The turns of a loop, but not the drawing of its items. */
  void runTurns(ForEachStmt loop) {
    run(() -> {
      regions.add(loop.getVariable().getVariable(0), regions.ofItems(loop.getIterable()));
      loop.getBody().walk(Node.TreeTraversal.POSTORDER, this::visit);
    });
  }

  private void run(Runnable pass) {
    int before;
    int passes = 0;
    do {
      before = summary.size() + regions.size();
      pass.run();
      passes++;
    } while (summary.size() + regions.size() > before && passes < PASSES);
  }

  private void visit(Node at) {
    if (at instanceof VariableDeclarator variable) {
      variable.getInitializer().ifPresent(value -> regions.add(variable, regions.of(value)));
    } else if (at instanceof ForEachStmt loop) {
      regions.add(loop.getVariable().getVariable(0), regions.ofItems(loop.getIterable()));
      callEffects.iterate(loop);
    } else if (at instanceof AssignExpr assign) {
      assigned(assign.getTarget(), Optional.of(assign.getValue()));
    } else if (at instanceof UnaryExpr unary && changes(unary)) {
      assigned(unary.getExpression(), Optional.empty());
    } else if (at instanceof MethodCallExpr call) {
      callEffects.call(call);
    } else if (at instanceof ObjectCreationExpr creation) {
      callEffects.create(creation);
    } else if (at instanceof ExplicitConstructorInvocationStmt call) {
      callEffects.construct(call);
    } else if (at instanceof MethodReferenceExpr reference) {
      callEffects.refer(reference, Lookup.same(at, node) ? passed(reference) : Set.of());
    } else if (at instanceof LambdaExpr lambda && Lookup.same(at, node)) {
      lambda.getExpressionBody().ifPresent(value -> summary.addReturned(regions.of(value)));
    } else if (at instanceof ReturnStmt result && isOwnReturn(result)) {
      result.getExpression().ifPresent(value -> summary.addReturned(regions.of(value)));
    }
  }

  private Set<Root> passed(MethodReferenceExpr reference) {
    return Set.of(Callable.given(project.file(reference), reference));
  }

  static boolean changes(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private boolean isOwnReturn(ReturnStmt result) {
    Node at = result;
    while (!(at instanceof LambdaExpr || at instanceof CallableDeclaration<?>)
        && at.getParentNode().isPresent()) {
      at = at.getParentNode().get();
    }
    return Lookup.same(at, node);
  }

  private void assigned(Expression target, Optional<Expression> value) {
    Set<Root> from = value.map(regions::of).orElseGet(TreeSet::new);
    if (target instanceof EnclosedExpr enclosed) {
      assigned(enclosed.getInner(), value);
    } else if (target instanceof NameExpr name) {
      assignedName(name, from);
    } else if (target instanceof FieldAccessExpr access) {
      assignedField(access, from);
    } else if (target instanceof ArrayAccessExpr access) {
      store(
          regions.of(access.getName()),
          access.getName(),
          from,
          target,
          "an element of " + access.getName() + " is set");
    }
  }

  private void assignedName(NameExpr name, Set<Root> from) {
    Optional<Node> local = types.local(name);
    if (local.isPresent()) {
      regions.add(local.get(), from);
      Types.member(local.get())
          .filter(member -> !isOwn(local.get()))
          .ifPresent(member -> assignedMember(name, member, from));
      return;
    }
    Optional<Field> field = types.field(name);
    boolean isStatic = field.map(Field::isStatic).orElse(false);
    Root holder = field.map(found -> regions.ofField(name, found)).orElse(Root.UNKNOWN);
    String step = field.map(Types::step).orElse(name.getNameAsString());
    Root root = isStatic
        ? Root.slot(name.getNameAsString())
        : step.equals(Root.TRANSIENT) ? holder.through(step) : holder;
    String type = field.map(found -> found.type().asString()).orElse("");
    moves(Set.of(root), name, Optional.of(type));
    change(
        root,
        name,
        name.getNameAsString(),
        (isStatic ? "static field " : "field ") + name + " is set");
    from.forEach(source -> summary.add(new Flow(root.through(name.getNameAsString()), source)));
  }

  private void assignedMember(NameExpr name, FieldDeclaration member, Set<Root> from) {
    Root root = Types.member(name, member);
    change(root, name, name.getNameAsString(), "field " + name + " is set");
    moves(Set.of(root), name, types.of(name));
    from.forEach(source -> summary.add(new Flow(root, source)));
  }

  /** What was reached there may still be reached by another name: restored in place, it would hold the wrong thing. */
  private void moves(Set<Root> into, Node at, Optional<String> type) {
    if (type.filter(types::isValue).isEmpty()) {
      into.forEach(root -> change(root.moved(), at, root.text(), at + " is set to something else"));
    }
  }

  private void assignedField(FieldAccessExpr access, Set<Root> from) {
    if (types.isType(access.getScope())) {
      change(
          Root.slot(access.toString()),
          access,
          access.toString(),
          "static field " + access + " is set");
      return;
    }
    Set<Root> holders = regions.of(access.getScope());
    store(
        types.step(access).equals(Root.TRANSIENT)
            ? Translation.through(holders, Root.TRANSIENT)
            : holders,
        access.getScope(),
        from,
        access,
        "field " + access + " is set");
  }

  private void store(Set<Root> into, Expression holder, Set<Root> from, Expression at, String why) {
    for (Root root : into) {
      change(root, at, root.text(), why);
      from.forEach(source -> summary.add(new Flow(root, source)));
    }
    moves(into, at, types.of(at));
    regions.addToHolder(holder, from);
  }

  private void change(Root root, Node at, String variable, String why) {
    SourceFile file = project.file(at);
    summary.add(new Effect(root, file.path(), file.line(at), variable, why, true));
  }
}
