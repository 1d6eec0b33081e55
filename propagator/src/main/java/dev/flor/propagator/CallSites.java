package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.List;
import java.util.Optional;

/**
 * Where code went into a method of its own, or came out of one, the call tells what its variables are called on the other
 * side: the argument is what the parameter was.
 */
final class CallSites {
  private final Binding wanted;
  private final Ground ground;

  private CallSites(Binding wanted, Ground ground) {
    this.wanted = wanted;
    this.ground = ground;
  }

  /** The name on the ground that a call ties to a variable of latest. */
  static Optional<String> older(Binding wanted, Ground ground) {
    CallSites sites = new CallSites(wanted, ground);
    return wanted.field() || !ground.pairing().closer()
        ? Optional.empty()
        : sites.parameter().or(sites::argument);
  }

  /** The name on the ground that only what a method returns ties to a variable of latest. */
  static Optional<String> result(Binding wanted, Ground ground) {
    CallSites sites = new CallSites(wanted, ground);
    return wanted.field() || !ground.pairing().closer()
        ? Optional.empty()
        : sites.kept().or(sites::returned).filter(name -> ground.variable(name).isPresent());
  }

  /** Latest calls the method that returns the variable, and keeps it in one that the ground has. */
  private Optional<String> kept() {
    Unit latest = ground.latest();
    return callable(Pairing.member(wanted.node()))
        .filter(called -> Result.returned(latest, called)
            .filter(variable -> Nodes.same(variable, wanted.node()))
            .isPresent())
        .flatMap(called -> only(calls(latest.tree().unit(), called)))
        .filter(this::callerIsThere)
        .flatMap(call -> Result.keptIn(call).map(name -> Scope.variable(latest, name, call)
            .flatMap(binding -> ground.pairing().apart(binding.node()))
            .flatMap(CallSites::name)
            .orElse(name)));
  }

  /** The older version keeps in the variable what the method returns that the ground is in. */
  private Optional<String> returned() {
    Optional<Node> caller =
        Pairing.member(wanted.node()).flatMap(member -> ground.pairing().olderDeclaration(member));
    Optional<CallableDeclaration<?>> called = callable(Pairing.member(ground.node()));
    return called
        .filter(c -> caller.isPresent())
        .flatMap(c -> only(calls(caller.get(), c)))
        .flatMap(Result::keptIn)
        .filter(olderName()::equals)
        .flatMap(name -> Result.returned(ground.older(), called.get()))
        .map(variable -> variable.getNameAsString());
  }

  /** What the variable is called where the two files are compared, and not these two members. */
  private String olderName() {
    return ground.pairing().apart(wanted.node()).flatMap(CallSites::name).orElse(wanted.name());
  }

  /** The older version calls the method that the ground is in, and hands the variable to it. */
  private Optional<String> parameter() {
    Optional<Node> caller =
        Pairing.member(wanted.node()).flatMap(member -> ground.pairing().olderDeclaration(member));
    Optional<CallableDeclaration<?>> called = callable(Pairing.member(ground.node()));
    if (caller.isEmpty() || called.isEmpty() || Nodes.same(caller.get(), called.get())) {
      return Optional.empty();
    }
    String name = olderName();
    return only(calls(caller.get(), called.get())).flatMap(call -> {
      for (int i = 0; i < call.getArguments().size(); i++) {
        if (isName(call.getArgument(i), name)) {
          return Optional.of(called.get().getParameter(i).getNameAsString());
        }
      }
      return Optional.empty();
    });
  }

  /** Latest calls the method that the variable is a parameter of, and hands it what the ground has. */
  private Optional<String> argument() {
    Optional<CallableDeclaration<?>> called =
        callable(wanted.node().getParentNode()).filter(c -> wanted.node() instanceof Parameter);
    if (called.isEmpty()) {
      return Optional.empty();
    }
    int index = Nodes.position(wanted.node(), called.get().getParameters());
    Unit latest = ground.latest();
    return only(calls(latest.tree().unit(), called.get()))
        .filter(call -> callerIsThere(call))
        .map(call -> call.getArgument(index))
        .filter(NameExpr.class::isInstance)
        .flatMap(
            argument -> Scope.variable(latest, ((NameExpr) argument).getNameAsString(), argument))
        .flatMap(binding -> ground
            .pairing()
            .apart(binding.node())
            .flatMap(CallSites::name)
            .or(() -> Optional.of(binding.name())))
        .filter(name -> ground.variable(name).isPresent());
  }

  /** Whether the ground is in what the member around a call was. */
  private boolean callerIsThere(MethodCallExpr call) {
    return Pairing.member(call)
        .flatMap(member -> ground.pairing().olderDeclaration(member))
        .filter(member -> Nodes.within(ground.node(), member))
        .isPresent();
  }

  private static List<MethodCallExpr> calls(Node within, CallableDeclaration<?> called) {
    NodeList<Parameter> parameters = called.getParameters();
    return within.findAll(
        MethodCallExpr.class,
        call -> call.getNameAsString().equals(called.getNameAsString())
            && call.getArguments().size() == parameters.size()
            && !Nodes.within(call, called));
  }

  private static Optional<MethodCallExpr> only(List<MethodCallExpr> calls) {
    return calls.size() == 1 ? Optional.of(calls.get(0)) : Optional.empty();
  }

  private static boolean isName(Expression argument, String name) {
    return argument instanceof NameExpr variable && variable.getNameAsString().equals(name);
  }

  private static Optional<String> name(Node declaring) {
    return declaring instanceof VariableDeclarator || declaring instanceof Parameter
        ? Optional.of(((NodeWithSimpleName<?>) declaring).getNameAsString())
        : Optional.empty();
  }

  private static Optional<CallableDeclaration<?>> callable(Optional<Node> node) {
    return node.filter(CallableDeclaration.class::isInstance).map(n -> (CallableDeclaration<?>) n);
  }
}
