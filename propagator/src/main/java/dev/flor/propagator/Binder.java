package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Gives the names in a piece of the latest version the meaning they have in the older one. */
final class Binder {
  private final LoggerNames loggers;
  private final Variables variables;
  private final Fields fields;
  private final Methods methods;
  private final TypeNames typeNames;
  private final QualifiedTypes qualifiedTypes;
  private final Holders holders;
  private final Accessors accessors;
  private final Instances instances;
  private IdentityHashMap<Node, String> respelled = new IdentityHashMap<>();

  Binder(Project project, Cargo cargo, Needs needs) {
    this.typeNames = new TypeNames(project, cargo, needs);
    Inherited inherited = new Inherited(project);
    this.loggers = new LoggerNames(inherited);
    this.qualifiedTypes = new QualifiedTypes(project, cargo, typeNames);
    this.variables = new Variables(project, cargo, needs, inherited);
    this.fields = new Fields(project, cargo, needs, typeNames, inherited);
    this.methods = new Methods(project, cargo, needs, typeNames);
    this.holders = new Holders(cargo);
    this.accessors = new Accessors(project, cargo);
    this.instances = new Instances(project, cargo, typeNames);
  }

  /** The text of {@code span}, which {@code root} stands in, with the names that hold at {@code ground}. */
  String bind(Node root, Span span, Ground ground) {
    Renaming renaming = new Renaming(root, ground);
    descend(root, renaming);
    return renaming.apply(span);
  }

  /** What is to be written instead of some parts of the statement. */
  void respell(IdentityHashMap<Node, String> respelled) {
    this.respelled = respelled;
  }

  /** How a logging call begins on the ground, if not as in latest. */
  Optional<String> log(MethodCallExpr call, Ground ground) {
    return typeNames.flor(call, ground);
  }

  private void descend(Node node, Renaming renaming) {
    Optional<String> qualified = qualifiedTypes.older(node, renaming.root, renaming.ground);
    if (respelled.containsKey(node)) {
      renaming.whole(node, respelled.get(node));
    } else if (node instanceof ClassOrInterfaceType type && qualified.isPresent()) {
      Unit latest = renaming.ground.latest();
      renaming.span(new Span(latest.start(type), latest.end(type.getName())), qualified.get());
      type.getTypeArguments().ifPresent(types -> types.forEach(t -> descend(t, renaming)));
    } else if (qualified.isPresent()) {
      renaming.whole(node, qualified.get());
    } else {
      otherwise(node, renaming);
    }
  }

  /** What brings imports and notes renames is asked only of what nothing before has an answer for. */
  private void otherwise(Node node, Renaming renaming) {
    Optional<String> held = holders.older(node, renaming.ground);
    if (held.isPresent()) {
      renaming.whole(node, held.get());
      return;
    }
    Optional<String> receiver = instances.receiver(node, renaming.ground);
    if (receiver.isPresent()) {
      MethodCallExpr call = (MethodCallExpr) node;
      renaming.receiver(call, receiver.get());
      call.getArguments().forEach(argument -> descend(argument, renaming));
      return;
    }
    visit(node, renaming);
    Optional<NameExpr> needless = typeNames.needless(node, renaming.ground);
    needless.ifPresent(renaming::drop);
    node.getChildNodes().stream()
        .filter(child -> needless.filter(n -> Nodes.same(n, child)).isEmpty())
        .forEach(child -> descend(child, renaming));
  }

  private void visit(Node node, Renaming renaming) {
    if (node instanceof NameExpr name) {
      name(name, renaming);
    } else if (node instanceof MethodCallExpr call) {
      call(call, renaming);
    } else if (node instanceof FieldAccessExpr access
        && loggers.unqualified(access, renaming.ground).isPresent()) {
      renaming.whole(access, loggers.unqualified(access, renaming.ground).get());
    } else if (node instanceof FieldAccessExpr access) {
      renaming.to(
          access.getName(),
          variables
              .access(access, renaming.ground)
              .or(() -> fields.access(access, renaming.ground)));
    } else if (node instanceof MethodReferenceExpr reference) {
      int end = renaming.ground.latest().end(reference);
      Span name = new Span(end - reference.getIdentifier().length(), end);
      methods.reference(reference, renaming.ground).ifPresent(older -> renaming.span(name, older));
    } else if (node instanceof ClassOrInterfaceType type && type.getScope().isEmpty()) {
      renaming.to(
          type.getName(),
          typeNames.older(type.getNameAsString(), type, renaming.root, renaming.ground));
    } else if (node instanceof AnnotationExpr annotation
        && annotation.getName().getQualifier().isEmpty()) {
      type(annotation.getName(), renaming);
    } else if (node instanceof ThisExpr self) {
      self.getTypeName().ifPresent(type -> type(type, renaming));
    } else if (node instanceof SuperExpr base) {
      base.getTypeName().ifPresent(type -> type(type, renaming));
    }
  }

  private void type(Name name, Renaming renaming) {
    if (name.getQualifier().isEmpty()) {
      typeNames
          .older(name.getIdentifier(), name, renaming.root, renaming.ground)
          .ifPresent(older -> renaming.whole(name, older));
    }
  }

  private void name(NameExpr name, Renaming renaming) {
    if (name.getParentNode()
        .filter(p -> p instanceof MethodCallExpr call
            && renaming.ground.latest().calls().logs(call)
            && call.getScope().filter(s -> Nodes.same(s, name)).isPresent())
        .isPresent()) {
      return;
    }
    String text = name.getNameAsString();
    if (name.getParentNode().filter(SwitchEntry.class::isInstance).isPresent()) {
      renaming.to(name.getName(), fields.label(name, renaming.ground));
      return;
    }
    if (Loggers.isReceiver(name) && Loggers.isName(text)) {
      Optional<String> logger = loggers.older(name, text, renaming.ground);
      if (logger.isPresent()) {
        renaming.to(name.getName(), logger);
        return;
      }
    }
    Optional<Binding> binding = Scope.variable(renaming.ground.latest(), text, name);
    if (binding.isPresent()) {
      if (!Nodes.within(binding.get().node(), renaming.root)) {
        renaming.to(
            name.getName(), variables.older(binding.get(), renaming.ground, AsText.reads(name)));
      }
    } else if (Character.isUpperCase(text.charAt(0))
        && name.getParentNode().filter(parent -> qualifies(parent, name)).isPresent()) {
      renaming.to(name.getName(), typeNames.older(text, name, renaming.root, renaming.ground));
    } else if (fields.declaring(name, renaming.ground).isPresent()) {
      ProjectType declaring = fields.declaring(name, renaming.ground).get();
      renaming.to(name.getName(), fields.inherited(name, declaring, renaming.ground));
    } else {
      typeNames.fixedImport(text, name, renaming.ground);
      if (name.getParentNode().filter(FieldAccessExpr.class::isInstance).isEmpty()) {
        variables.inherited(text, renaming.ground);
      }
    }
  }

  private static boolean qualifies(Node parent, NameExpr name) {
    return parent instanceof FieldAccessExpr
        || parent instanceof MethodReferenceExpr
        || (parent instanceof MethodCallExpr call
            && call.getScope().filter(scope -> Nodes.same(scope, name)).isPresent());
  }

  private void call(MethodCallExpr call, Renaming renaming) {
    if (renaming.ground.latest().calls().logs(call)) {
      typeNames.flor(call, renaming.ground).ifPresent(text -> renaming.log(call, text));
    } else if (!respelled.containsKey(call.getName())) {
      Optional<String> property = accessors.older(call, renaming.ground);
      if (property.isPresent()) {
        renaming.fromName(call, property.get());
      } else {
        renaming.to(call.getName(), methods.older(call, renaming.root, renaming.ground));
      }
    }
  }

  /** The changes to one piece of text. */
  private static final class Renaming {
    private final Node root;
    private final Ground ground;
    private final List<Edit> edits = new ArrayList<>();

    Renaming(Node root, Ground ground) {
      this.root = root;
      this.ground = ground;
    }

    void to(SimpleName name, Optional<String> older) {
      older
          .filter(o -> !o.equals(name.getIdentifier()))
          .ifPresent(o -> edits.add(new Edit(ground.latest().span(name), o)));
    }

    void whole(Node node, String text) {
      span(ground.latest().span(node), text);
    }

    /** Leaves out a qualifier with its dot. */
    void drop(NameExpr qualifier) {
      Unit latest = ground.latest();
      int end = latest.end(qualifier);
      int dot = Tokens.skipBlank(latest.text(), end, latest.text().length());
      span(new Span(latest.start(qualifier), dot + 1), "");
    }

    /** What a call is asked of: in place of what it is asked of now, or in front of its name. */
    void receiver(MethodCallExpr call, String text) {
      Unit latest = ground.latest();
      call.getScope()
          .ifPresentOrElse(
              scope -> whole(scope, text),
              () -> whole(call.getName(), text + "." + latest.text(call.getName())));
    }

    void fromName(MethodCallExpr call, String text) {
      Unit latest = ground.latest();
      span(new Span(latest.start(call.getName()), latest.end(call)), text);
    }

    void span(Span span, String text) {
      edits.add(new Edit(span, text));
    }

    void log(MethodCallExpr call, String text) {
      Span whole = ground.latest().span(call);
      int end = ground.latest().end(call.getName());
      edits.add(new Edit(new Span(whole.start(), end), text));
    }

    String apply(Span span) {
      List<Edit> inside = edits.stream()
          .filter(e -> span.contains(e.span()))
          .map(e -> new Edit(
              new Span(e.span().start() - span.start(), e.span().end() - span.start()), e.text()))
          .sorted(Comparator.comparing(Edit::span))
          .toList();
      return new Patch(ground.latest().path(), span.of(ground.latest().text()), inside).apply();
    }
  }
}
