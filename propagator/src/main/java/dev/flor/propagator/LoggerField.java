package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ClassExpr;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The declaration of a logger of latest, to be brought to a file that has no logger.
 *
 * @param type the type of latest that declares it
 */
record LoggerField(FieldDeclaration node, ProjectType type) {

  /** Empty if a variable is no logger, or one that is set elsewhere. */
  static Optional<LoggerField> of(Binding wanted, Unit latest) {
    return wanted.field()
            && Loggers.isName(wanted.name())
            && Loggers.isLogger(wanted)
            && wanted.node() instanceof VariableDeclarator variable
            && variable.getInitializer().isPresent()
            && variable.getParentNode().orElseThrow() instanceof FieldDeclaration field
            && field.getVariables().size() == 1
        ? TypeFinder.around(latest, field).map(type -> new LoggerField(field, type))
        : Optional.empty();
  }

  /** The type around the ground that is to get it: what declared it, else the outermost; empty if that cannot hold it. */
  Optional<ProjectType> host(Project project, Ground ground) {
    Optional<ProjectType> counterpart =
        project.olderType(type).filter(t -> Nodes.within(ground.node(), t.node()));
    Optional<ProjectType> host = counterpart.or(() -> outermost(ground));
    return host.filter(t -> holds(t.node()))
        .filter(t -> node.isStatic() || !isStatic(ground.node(), t.node()));
  }

  /** The class literals that name the class itself, as they are written in the host. */
  IdentityHashMap<Node, String> respelled(ProjectType host) {
    IdentityHashMap<Node, String> respelled = new IdentityHashMap<>();
    for (ClassExpr literal : node.findAll(ClassExpr.class)) {
      for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
        if (at instanceof TypeDeclaration<?> around
            && around.getNameAsString().equals(literal.getTypeAsString())) {
          respelled.put(literal, host.name() + ".class");
        }
      }
    }
    return respelled;
  }

  private static Optional<ProjectType> outermost(Ground ground) {
    Optional<ProjectType> outermost = Optional.empty();
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> around) {
        outermost = Optional.of(new ProjectType(ground.older(), around));
      }
    }
    return outermost;
  }

  private boolean holds(Node host) {
    return (host instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface())
        || host instanceof EnumDeclaration
        || (host instanceof RecordDeclaration && node.isStatic());
  }

  /** Whether no instance of the host is at hand. */
  private static boolean isStatic(Node ground, Node host) {
    for (Node at = ground; !Nodes.same(at, host); at = at.getParentNode().orElseThrow()) {
      boolean nested = (at instanceof ClassOrInterfaceDeclaration type && type.isStatic())
          || at instanceof EnumDeclaration
          || at instanceof RecordDeclaration;
      boolean member = (at instanceof MethodDeclaration method && method.isStatic())
          || (at instanceof InitializerDeclaration initialiser && initialiser.isStatic());
      if (nested || member) {
        return true;
      }
    }
    return false;
  }
}
