package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.flor.propagator.loops.TypeFamilies.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Where the objects that expressions give come from; an empty set is an object made here, or a value that cannot change. */
final class Regions {
  private final Project project;
  private final Types types;
  private final Calls calls;
  private final Summaries summaries;
  private final Predicate<Node> own;
  private final boolean detached;
  private final IdentityHashMap<Node, Set<Root>> contents = new IdentityHashMap<>();
  private final Node code;
  private Map<String, Node> declared;
  private int size;

  Regions(
      Project project,
      Types types,
      Calls calls,
      Summaries summaries,
      Node code,
      Predicate<Node> own,
      boolean detached) {
    this.code = code;
    this.project = project;
    this.types = types;
    this.calls = calls;
    this.summaries = summaries;
    this.own = own;
    this.detached = detached;
  }

  /** Grows with every addition: equal sizes, equal contents. */
  int size() {
    return size;
  }

  /** What an own variable may hold, from now on. */
  void add(Node declaration, Set<Root> roots) {
    if (own.test(declaration)
        && !types.declared(declaration).filter(types::isValue).isPresent()) {
      Set<Root> known = contents.computeIfAbsent(declaration, key -> new TreeSet<>());
      int before = known.size();
      known.addAll(roots);
      size += known.size() - before;
    }
  }

  /** Of variables made here, what they may hold: a function says their names. */
  Set<Root> resolved(Set<Root> roots) {
    if (roots.stream().noneMatch(root -> root.base().startsWith("var "))) {
      return roots;
    }
    if (declared == null) {
      declared = declarations();
    }
    Set<Root> resolved = new TreeSet<>();
    for (Root root : roots) {
      Node declaration = declared.get(root.base());
      if (declaration == null) {
        resolved.add(root);
      } else {
        resolved.addAll(
            Translation.through(contents.getOrDefault(declaration, Set.of()), root.field()));
      }
    }
    return resolved;
  }

  private Map<String, Node> declarations() {
    Map<String, Node> found = new TreeMap<>();
    code.walk(at -> {
      boolean variable = at instanceof VariableDeclarator
          || at instanceof Parameter
          || at instanceof TypePatternExpr;
      if (variable && own.test(at)) {
        found.put(project.root(at, Lookup.name(at)).base(), at);
      }
    });
    return found;
  }

  /** Something is stored in what an expression gives: if that is held by an own variable, then it leads there too. */
  void addToHolder(Expression holder, Set<Root> roots) {
    if (holder instanceof NameExpr name) {
      types.local(name).ifPresent(declaration -> add(declaration, Translation.held(roots)));
    } else if (holder instanceof FieldAccessExpr access) {
      addToHolder(access.getScope(), roots);
    } else if (holder instanceof ArrayAccessExpr access) {
      addToHolder(access.getName(), roots);
    } else if (holder instanceof EnclosedExpr enclosed) {
      addToHolder(enclosed.getInner(), roots);
    } else if (holder instanceof MethodCallExpr call && call.getScope().isPresent()) {
      addToHolder(call.getScope().get(), roots);
    }
  }

  Set<Root> of(Expression expression) {
    if (types.isValue(expression)) {
      return Set.of();
    }
    Optional<String> changing = types.of(expression).filter(project.types()::isChangingEnum);
    if (changing.isPresent()) {
      return Set.of(Root.statics(changing.get()));
    }
    if (expression instanceof NameExpr name) {
      return ofName(name);
    }
    if (expression instanceof FieldAccessExpr access) {
      return types.isType(access.getScope())
          ? Set.of(Root.statics(access.toString()))
          : Translation.through(of(access.getScope()), types.step(access));
    }
    if (expression instanceof MethodCallExpr call) {
      return ofCall(call);
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return ofCreation(creation);
    }
    return ofOther(expression);
  }

  private Set<Root> ofName(NameExpr name) {
    Optional<Node> local = types.local(name);
    if (local.isPresent()) {
      Optional<FieldDeclaration> member = Types.member(local.get());
      if (member.isPresent() && !own.test(local.get())) {
        return Set.of(Types.member(name, member.get()));
      }
      return own.test(local.get())
          ? contents.getOrDefault(local.get(), Set.of())
          : Set.of(project.root(local.get(), name.getNameAsString()));
    }
    Optional<Field> field = types.field(name);
    if (field.isEmpty()) {
      return Character.isUpperCase(name.getNameAsString().charAt(0))
          ? Set.of()
          : Set.of(Root.UNKNOWN);
    }
    return Set.of(
        field.get().isStatic()
            ? ofField(name, field.get())
            : ofField(name, field.get()).through(Types.step(field.get())));
  }

  private Set<Root> ofOther(Expression expression) {
    if (expression instanceof ThisExpr || expression instanceof SuperExpr) {
      return Set.of(Root.THIS);
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof CastExpr cast) {
      return of(cast.getExpression());
    }
    if (expression instanceof ArrayAccessExpr access) {
      return Translation.through(of(access.getName()), Root.ELEMENT);
    }
    if (expression instanceof AssignExpr assign) {
      return of(assign.getValue());
    }
    if (expression instanceof ConditionalExpr choice) {
      return all(List.of(choice.getThenExpr(), choice.getElseExpr()));
    }
    if (expression instanceof ArrayCreationExpr array) {
      return array.getInitializer().map(this::of).orElse(Set.of());
    }
    if (expression instanceof ArrayInitializerExpr array) {
      return Translation.held(all(array.getValues()));
    }
    if (expression instanceof SwitchExpr choice) {
      return all(results(choice));
    }
    boolean carriesNothing = expression instanceof LambdaExpr
        || expression instanceof MethodReferenceExpr
        || expression instanceof TypeExpr;
    return carriesNothing ? Set.of() : Set.of(Root.UNKNOWN);
  }

  private static List<Expression> results(SwitchExpr choice) {
    List<Expression> results = new ArrayList<>();
    choice.findAll(YieldStmt.class).forEach(result -> results.add(result.getExpression()));
    choice.getEntries().forEach(entry -> entry.getStatements().forEach(statement -> {
      if (statement instanceof ExpressionStmt result) {
        results.add(result.getExpression());
      }
    }));
    return results;
  }

  /** What a function gives that a library is handed: it may come back from there. */
  private static List<Expression> results(LambdaExpr lambda) {
    List<Expression> results = new ArrayList<>();
    lambda.getExpressionBody().ifPresent(results::add);
    if (lambda.getBody().isBlockStmt()) {
      lambda.getBody().findAll(ReturnStmt.class).forEach(result -> result
          .getExpression()
          .ifPresent(results::add));
    }
    return results;
  }

  /** What iterating gives. */
  Set<Root> ofItems(Expression items) {
    return Translation.through(of(items), Root.ELEMENT);
  }

  Set<Root> all(Collection<Expression> expressions) {
    Set<Root> all = new TreeSet<>();
    expressions.forEach(expression -> all.addAll(of(expression)));
    return all;
  }

  List<Set<Root>> each(Collection<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  /** The receiver's; a plain call's is {@code this}, unless it calls a method of a class around. */
  Set<Root> ofReceiver(MethodCallExpr call) {
    if (call.getScope().isEmpty()) {
      List<Callable> callees = calls.of(call);
      String owner = Project.owner(call);
      boolean outer = !owner.isEmpty()
          && !callees.isEmpty()
          && callees.stream().noneMatch(c -> !c.owner().isEmpty() && project.mayBelong(c, owner));
      return outer || (owner.isEmpty() && detached) ? Set.of(Root.UNKNOWN) : Set.of(Root.THIS);
    }
    return types.isType(call.getScope().get()) ? Set.of() : of(call.getScope().get());
  }

  /** Where a field's object is: here, unless the field is that of a class around. */
  Root ofField(NameExpr name, Field field) {
    if (field.isStatic()) {
      return Root.statics(field.name());
    }
    String owner = Project.owner(name);
    boolean outer =
        owner.isEmpty() ? detached : !project.types().ancestors(owner).contains(field.owner());
    return outer ? Root.UNKNOWN : Root.THIS;
  }

  private Set<Root> ofCall(MethodCallExpr call) {
    if (FlorCalls.isFlor(call)) {
      return call.getArguments().isEmpty()
          ? Set.of()
          : of(call.getArgument(call.getArguments().size() - 1));
    }
    Set<Root> found = new TreeSet<>();
    List<Set<Root>> arguments = each(call.getArguments());
    for (Callable callee : calls.of(call)) {
      Translation translation = new Translation(project, callee, ofReceiver(call), arguments);
      summaries.of(callee).returns().forEach(root -> found.addAll(resolved(translation.of(root))));
    }
    if (calls.mayLeave(call)) {
      found.addAll(ofLibrary(call, arguments));
    }
    return found;
  }

  /** Something of what it is given; a copy of an array is new, though what it holds may not be. */
  private Set<Root> ofLibrary(MethodCallExpr call, List<Set<Root>> arguments) {
    Set<Root> given = new TreeSet<>(ofOrigin(call));
    arguments.forEach(given::addAll);
    call.getArguments().stream()
        .flatMap(argument -> argument.toLambdaExpr().stream())
        .forEach(lambda -> given.addAll(Translation.held(all(results(lambda)))));
    boolean copies =
        call.getNameAsString().startsWith("copyOf") || call.getNameAsString().equals("clone");
    if (!copies) {
      return Translation.through(given, Root.ELEMENT);
    }
    Optional<Expression> copied =
        call.getArguments().isEmpty() ? call.getScope() : Optional.of(call.getArgument(0));
    boolean flat =
        copied.flatMap(types::of).flatMap(Types::element).filter(types::isValue).isPresent();
    return flat ? Set.of() : Translation.held(given);
  }

  /** Static methods of classes that are not known may give what others share; inherited ones may give what is inherited. */
  private Set<Root> ofOrigin(MethodCallExpr call) {
    Optional<Expression> scope = call.getScope();
    if (scope.isEmpty()) {
      boolean inherited =
          calls.of(call).isEmpty() && LibraryEffects.importedFrom(call).isEmpty();
      return inherited ? ofReceiver(call) : Set.of();
    }
    boolean shared = types.isType(scope.get())
        && !Library.knowsStatics(Types.plain(scope.get().toString()))
        && calls.of(call).isEmpty();
    return shared
        ? Set.of(Root.statics(scope.get() + "." + call.getNameAsString()))
        : ofReceiver(call);
  }

  /** What a constructor keeps of its arguments; of a constructor without source, all. */
  private Set<Root> ofCreation(ObjectCreationExpr creation) {
    List<Set<Root>> arguments = each(creation.getArguments());
    Set<Root> found = new TreeSet<>();
    boolean known = false;
    for (Callable callee : calls.of(creation)) {
      known |= callee.name().equals(Callable.CONSTRUCTOR);
      Translation translation = new Translation(project, callee, Set.of(), arguments);
      for (Flow flow : summaries.of(callee).flows()) {
        if (flow.into().isThis()) {
          found.addAll(resolved(translation.of(flow.from())));
        }
      }
    }
    if (!known) {
      arguments.forEach(found::addAll);
    }
    return Translation.held(found);
  }
}
