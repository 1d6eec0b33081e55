package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.flor.propagator.loops.TypeFamilies.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is saved and restored by checkpoints, in the terms of each piece of code that runs while they are open. */
final class Enrolment {
  private final Project project;
  private final Types types;
  private final Calls calls;
  private final NavigableSet<Root> given = new TreeSet<>();
  private final Map<Integer, NavigableSet<Root>> enrolled = new TreeMap<>();

  private Enrolment(Project project, Types types, Calls calls) {
    this.project = project;
    this.types = types;
    this.calls = calls;
  }

  static Enrolment of(Project project, Types types, Calls calls, Opening opening) {
    Enrolment enrolment = new Enrolment(project, types, calls);
    enrolment.open(opening);
    return enrolment;
  }

  /** What is enrolled by name, in the terms of the code that does so. */
  NavigableSet<Root> given() {
    return given;
  }

  /** In the terms of a callable; empty for code that is reached in ways not followed here. */
  NavigableSet<Root> in(Callable callable) {
    return enrolled.getOrDefault(callable.number(), new TreeSet<>());
  }

  static boolean covers(NavigableSet<Root> enrolled, Root root) {
    return !root.isTransient() && (enrolled.contains(root) || enrolled.contains(root.whole()));
  }

  private void open(Opening opening) {
    NodeList<Expression> arguments = opening.call().getArguments();
    for (int i = 1; i < arguments.size(); i += 2) {
      path(arguments.get(i)).ifPresent(given::add);
    }
    enrolled.put(opening.in().number(), withAliases(given, opening.in().node()));
    Deque<Callable> todo = new ArrayDeque<>();
    opening.region().forEach(node -> pass(opening.in(), node, todo));
    while (!todo.isEmpty()) {
      Callable callable = todo.remove();
      pass(callable, callable.node(), todo);
    }
  }

  /** Hands on to what is called: of several calls, only what all of them hand on. */
  private void pass(Callable caller, Node code, Deque<Callable> todo) {
    code.walk(at -> {
      if (at instanceof MethodCallExpr call && !FlorCalls.isFlor(call)) {
        calls.of(call).forEach(callee -> meet(callee, handed(caller, call, callee), todo));
      } else if (at instanceof ObjectCreationExpr creation) {
        calls.of(creation).forEach(callee -> meet(callee, new TreeSet<>(), todo));
      } else if (at instanceof MethodReferenceExpr reference) {
        calls.of(reference).forEach(callee -> meet(callee, new TreeSet<>(), todo));
      }
    });
  }

  private void meet(Callable callee, NavigableSet<Root> handed, Deque<Callable> todo) {
    NavigableSet<Root> known = enrolled.get(callee.number());
    NavigableSet<Root> met = withAliases(handed, callee.node());
    if (known != null) {
      met.retainAll(known);
    }
    if (!met.equals(known)) {
      enrolled.put(callee.number(), met);
      todo.add(callee);
    }
  }

  private NavigableSet<Root> handed(Callable caller, MethodCallExpr call, Callable callee) {
    NavigableSet<Root> here = in(caller);
    NavigableSet<Root> handed = new TreeSet<>();
    here.stream().filter(root -> root.base().startsWith("static")).forEach(handed::add);
    if (callee.isFunction()) {
      return handed;
    }
    Optional<Root> receiver =
        call.getScope().isPresent() ? call.getScope().flatMap(this::path) : Optional.of(Root.THIS);
    receiver.ifPresent(root -> hand(here, root, Root.THIS, handed));
    List<Parameter> parameters = callee.parameters();
    for (int i = 0; i < Math.min(parameters.size(), call.getArguments().size()); i++) {
      Root parameter = project.root(parameters.get(i), parameters.get(i).getNameAsString());
      path(call.getArgument(i)).ifPresent(root -> hand(here, root, parameter, handed));
    }
    return handed;
  }

  private static void hand(NavigableSet<Root> here, Root from, Root to, NavigableSet<Root> handed) {
    if (covers(here, from)) {
      handed.add(to);
    } else if (from.field().isEmpty()) {
      here.stream()
          .filter(root -> root.base().equals(from.base()) && !root.field().isEmpty())
          .forEach(root -> handed.add(to.through(root.field())));
    }
  }

  /** Variables that are set once, to something enrolled, are as good as its name. */
  private NavigableSet<Root> withAliases(NavigableSet<Root> roots, Node code) {
    NavigableSet<Root> all = new TreeSet<>(roots);
    for (VariableDeclarator variable : code.findAll(VariableDeclarator.class)) {
      Optional<Root> alias =
          variable.getInitializer().flatMap(this::path).filter(root -> covers(all, root));
      if (alias.isPresent() && Lookup.within(variable, code) && !isAssigned(variable, code)) {
        all.add(project.root(variable, variable.getNameAsString()));
      }
    }
    return all;
  }

  private boolean isAssigned(VariableDeclarator variable, Node code) {
    return code.findFirst(
            AssignExpr.class,
            assign -> assign.getTarget() instanceof NameExpr name
                && types
                    .local(name)
                    .filter(declaration -> Lookup.same(declaration, variable))
                    .isPresent())
        .isPresent();
  }

  /** What an expression names, if it is a plain name, {@code this}, or a field of one of these. */
  Optional<Root> path(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return path(enclosed.getInner());
    }
    if (expression instanceof CastExpr cast) {
      return path(cast.getExpression());
    }
    if (expression instanceof ThisExpr) {
      return Optional.of(Root.THIS);
    }
    if (expression instanceof FieldAccessExpr access) {
      return types.isType(access.getScope())
          ? Optional.of(Root.statics(access.toString()))
          : path(access.getScope()).map(root -> root.through(types.step(access)));
    }
    return expression instanceof NameExpr name ? ofName(name) : Optional.empty();
  }

  private Optional<Root> ofName(NameExpr name) {
    Optional<Node> local = types.local(name);
    if (local.isPresent()) {
      return local.map(declaration -> project.root(declaration, name.getNameAsString()));
    }
    Optional<Field> field = types.field(name);
    return field.map(f -> f.isStatic() ? Root.statics(f.name()) : Root.THIS.through(Types.step(f)));
  }
}
