package dev.flor.propagator.loops;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What calls do to what they are given: by the summaries of code with sources, by what is known of the JDK for the rest. */
final class CallEffects {
  private final Project project;
  private final Types types;
  private final Calls calls;
  private final Summaries summaries;
  private final Regions regions;
  private final Summary summary;
  private final LibraryEffects library;

  CallEffects(
      Project project,
      Types types,
      Calls calls,
      Summaries summaries,
      Regions regions,
      Summary summary) {
    this.project = project;
    this.types = types;
    this.calls = calls;
    this.summaries = summaries;
    this.regions = regions;
    this.summary = summary;
    this.library = new LibraryEffects(project, types, regions, summary);
  }

  void call(MethodCallExpr call) {
    bindLambdas(call);
    if (FlorCalls.isFlor(call)) {
      return;
    }
    List<Expression> holders = new ArrayList<>(call.getArguments());
    for (Callable callee : calls.of(call)) {
      apply(callee, regions.ofReceiver(call), call.getScope(), holders);
    }
    if (calls.mayLeave(call)) {
      library.call(call);
    }
  }

  void create(ObjectCreationExpr creation) {
    for (Callable callee : calls.of(creation)) {
      apply(callee, Set.of(), Optional.empty(), creation.getArguments());
    }
    library.create(creation);
  }

  void construct(ExplicitConstructorInvocationStmt call) {
    for (Callable callee : calls.of(call)) {
      apply(callee, Set.of(Root.THIS), Optional.empty(), call.getArguments());
    }
  }

  /** A method reference may be run at once, on anything the call around it is given. */
  void refer(MethodReferenceExpr reference, Set<Root> passed) {
    Set<Root> given = new TreeSet<>(passed);
    given.addAll(types.isType(reference.getScope()) ? Set.of() : regions.of(reference.getScope()));
    if (reference.getParentNode().orElse(null) instanceof MethodCallExpr call) {
      given.addAll(regions.ofReceiver(call));
      call.getArguments().stream()
          .filter(argument -> !Lookup.same(argument, reference))
          .forEach(a -> given.addAll(regions.of(a)));
    }
    given.addAll(Translation.through(given, Root.ELEMENT));
    for (Callable callee : calls.of(reference)) {
      List<Set<Root>> arguments =
          callee.parameters().stream().map(parameter -> given).toList();
      record(new Translation(project, callee, given, arguments), callee);
    }
    if (calls.of(reference).isEmpty() && !library.refers(reference)) {
      given.add(Root.OUTSIDE);
      library.change(given, reference, reference + " may change it");
    }
  }

  /** Drawing the items of a for-each statement. */
  void iterate(ForEachStmt loop) {
    Expression items = loop.getIterable();
    Expression drawn =
        FlorCalls.isLoop(loop) && ((MethodCallExpr) items).getArguments().size() == 2
            ? ((MethodCallExpr) items).getArgument(1)
            : items;
    Set<Root> given = regions.of(drawn);
    Optional<String> type = types.of(drawn);
    boolean custom = type.isEmpty()
        || project.types().isProjectType(Types.plain(type.get()))
        || project.types().isExtended("Iterable")
        || project.types().isExtended("Iterator");
    if (type.filter(
            t -> Library.iteratesFreely(t) && !(custom && Types.plain(t).equals("Iterable")))
        .isPresent()) {
      return;
    }
    for (String method : List.of("iterator", "hasNext", "next")) {
      for (Callable callee : project.named(method)) {
        record(new Translation(project, callee, given, List.of()), callee);
      }
    }
    if (type.filter(t ->
                project.types().isProjectType(Types.plain(t)) || Types.plain(t).equals("Iterable"))
            .isEmpty()
        && !library.isView(drawn)) {
      library.change(given, drawn, "drawing items from " + drawn + " may change it");
    }
  }

  private void apply(
      Callable callee,
      Set<Root> receiver,
      Optional<Expression> holder,
      List<Expression> arguments) {
    Translation translation = new Translation(project, callee, receiver, regions.each(arguments));
    record(translation, callee);
    for (Flow flow : summaries.of(callee).flows()) {
      Set<Root> from = regions.resolved(translation.of(flow.from()));
      if (flow.into().isThis()) {
        holder.ifPresent(expression -> regions.addToHolder(expression, from));
      }
      for (int i = 0; i < arguments.size(); i++) {
        if (stands(callee, i, flow.into())) {
          regions.addToHolder(arguments.get(i), from);
        }
      }
    }
  }

  private boolean stands(Callable callee, int argument, Root root) {
    int parameter = callee.parameterOf(argument);
    return parameter >= 0
        && project
            .root(
                callee.parameters().get(parameter),
                callee.parameters().get(parameter).getNameAsString())
            .base()
            .equals(root.base());
  }

  private void record(Translation translation, Callable callee) {
    Summary called = summaries.of(callee);
    for (Effect effect : List.copyOf(called.effects().values())) {
      Set<Root> changed = regions.resolved(translation.of(effect.root().unmoved()));
      for (Root root : changed) {
        summary.add(effect.on(effect.root().isMoved() ? root.moved() : root));
      }
    }
    for (Flow flow : List.copyOf(called.flows())) {
      for (Root into : regions.resolved(translation.of(flow.into()))) {
        regions
            .resolved(translation.of(flow.from()))
            .forEach(from -> summary.add(new Flow(into, from)));
      }
    }
  }

  /** What a lambda is called with comes from the call it is passed to. */
  private void bindLambdas(MethodCallExpr call) {
    List<LambdaExpr> lambdas =
        call.getArguments().stream().flatMap(a -> a.toLambdaExpr().stream()).toList();
    if (!lambdas.isEmpty()) {
      Set<Root> given = new TreeSet<>(regions.ofReceiver(call));
      given.addAll(regions.all(call.getArguments()));
      given.addAll(Translation.through(given, Root.ELEMENT));
      lambdas.forEach(
          lambda -> lambda.getParameters().forEach(parameter -> regions.add(parameter, given)));
    }
  }
}
