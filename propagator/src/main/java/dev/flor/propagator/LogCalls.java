package dev.flor.propagator;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which calls of a file log through {@code dev.flor.Flor}. */
final class LogCalls {
  static final String PACKAGE = "dev.flor";
  static final String TYPE = PACKAGE + ".Flor";
  static final String METHOD = "log";

  private final SyntaxTree tree;
  private final boolean mayOccur;
  private final boolean importsType;
  private final boolean importsMethod;

  private LogCalls(SyntaxTree tree, boolean mayOccur, boolean importsType, boolean importsMethod) {
    this.tree = tree;
    this.mayOccur = mayOccur;
    this.importsType = importsType;
    this.importsMethod = importsMethod;
  }

  static LogCalls in(SyntaxTree tree) {
    if (!mayOccurIn(tree.text())) {
      return new LogCalls(tree, false, false, false);
    }
    CompilationUnit unit = tree.unit();
    boolean samePackage = unit.getPackageDeclaration()
        .filter(p -> p.getNameAsString().equals(PACKAGE))
        .isPresent();
    return new LogCalls(
        tree,
        true,
        samePackage || unit.getImports().stream().anyMatch(LogCalls::bringsType),
        unit.getImports().stream().anyMatch(LogCalls::bringsMethod));
  }

  /** Whether a text can hold any such call: a file without the word need not be parsed. */
  static boolean mayOccurIn(String text) {
    return text.contains("Flor");
  }

  /** All of them, in the order of the text. */
  List<MethodCallExpr> all() {
    if (!mayOccur) {
      return List.of();
    }
    List<MethodCallExpr> calls =
        new ArrayList<>(tree.unit().findAll(MethodCallExpr.class, this::logs));
    calls.sort((a, b) -> Integer.compare(tree.span(a).start(), tree.span(b).start()));
    return calls;
  }

  /** Those within a node, the node itself included. */
  List<MethodCallExpr> within(Node node) {
    return mayOccur ? node.findAll(MethodCallExpr.class, this::logs) : List.of();
  }

  boolean logs(MethodCallExpr call) {
    if (!call.getNameAsString().equals(METHOD) || call.getArguments().size() != 2) {
      return false;
    }
    Optional<Expression> scope = call.getScope();
    return scope.isEmpty() ? importsMethod : isFlor(scope.get());
  }

  /** The literal name that a call logs. */
  static Optional<String> name(MethodCallExpr call) {
    return call.getArgument(0) instanceof StringLiteralExpr literal
        ? Optional.of(literal.asString())
        : Optional.empty();
  }

  private boolean isFlor(Expression scope) {
    if (scope instanceof NameExpr name) {
      return importsType && name.getNameAsString().equals("Flor");
    }
    return scope instanceof FieldAccessExpr && scope.toString().equals(TYPE);
  }

  private static boolean bringsType(ImportDeclaration declared) {
    return !declared.isStatic()
        && declared.getNameAsString().equals(declared.isAsterisk() ? PACKAGE : TYPE);
  }

  private static boolean bringsMethod(ImportDeclaration declared) {
    return declared.isStatic()
        && declared.getNameAsString().equals(declared.isAsterisk() ? TYPE : TYPE + "." + METHOD);
  }
}
