package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises statements that write to a logger of one of the usual libraries, by how they are written. */
final class Loggers {
  private static final Set<String> LEVELS = Set.of(
      "trace", "debug", "info", "warn", "error", "fatal", "warning", "severe", "config", "fine",
      "finer", "finest", "log");
  private static final Pattern RECEIVER = Pattern.compile("(?i)(.*_)?log(ger)?|.*Log(ger)?");
  private static final Pattern PLAIN = Pattern.compile("(?i)_?(the_?)?log(ger)?_?");
  private static final Pattern TYPE = Pattern.compile("\\w*Log(ger)?");
  private static final Set<String> TYPES = Set.of("Logger", "Log");
  private static final Pattern GUARD = Pattern.compile("is\\w+Enabled|isLoggable");

  private Loggers() {}

  /** Whether a statement does nothing but write to a logger, a check of the level around it included. */
  static boolean onlyLogs(Node node) {
    if (node instanceof ExpressionStmt statement) {
      return statement.getExpression() instanceof MethodCallExpr call && logs(call);
    }
    if (node instanceof IfStmt guard) {
      return guards(guard) && onlyLogs(guard.getThenStmt());
    }
    return node instanceof BlockStmt block && !block.isEmpty() && allLog(block);
  }

  /** A loop, since streams need a deep stack for blocks in blocks. */
  private static boolean allLog(BlockStmt block) {
    for (Statement statement : block.getStatements()) {
      if (!onlyLogs(statement)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an {@code if} does nothing but ask a logger for its level. */
  static boolean guards(IfStmt statement) {
    return statement.getElseStmt().isEmpty()
        && statement.getCondition() instanceof MethodCallExpr call
        && GUARD.matcher(call.getNameAsString()).matches();
  }

  /** Whether it is a check of the level with nothing behind it any more. */
  static boolean checksForNothing(Statement statement) {
    return statement instanceof IfStmt check
        && guards(check)
        && check.getThenStmt() instanceof BlockStmt block
        && block.isEmpty();
  }

  /** Whether a statement does nothing but print to the console: that comes and goes, too. */
  static boolean onlyPrints(Node node) {
    return node instanceof ExpressionStmt statement
        && statement.getExpression() instanceof MethodCallExpr call
        && call.getNameAsString().startsWith("print")
        && call.getScope()
            .filter(scope -> scope instanceof FieldAccessExpr stream
                && stream.getScope() instanceof NameExpr system
                && system.getNameAsString().equals("System"))
            .isPresent();
  }

  static boolean logs(MethodCallExpr call) {
    return LEVELS.contains(call.getNameAsString())
        && !call.getArguments().isEmpty()
        && call.getScope().flatMap(Loggers::name).filter(Loggers::isName).isPresent();
  }

  /** Whether a call asks a logger for its level or writes to it through this name. */
  static boolean isReceiver(Expression name) {
    return name.getParentNode()
        .filter(p -> p instanceof MethodCallExpr call
            && call.getScope().filter(s -> Nodes.same(s, name)).isPresent()
            && (LEVELS.contains(call.getNameAsString())
                || GUARD.matcher(call.getNameAsString()).matches()))
        .isPresent();
  }

  static boolean isName(String name) {
    return RECEIVER.matcher(name).matches();
  }

  /** Whether a name is the usual one, and not that of a logger for some purpose. */
  static boolean isPlainName(String name) {
    return PLAIN.matcher(name).matches();
  }

  /** Whether a field holds a logger: of a type called just that, or called as a logger is and of some type of loggers. */
  static boolean isLogger(Binding field) {
    return field
        .type()
        .map(TypeText::erased)
        .filter(type -> TYPE.matcher(type).matches())
        .filter(type -> TYPES.contains(type) || isPlainName(field.name()))
        .isPresent();
  }

  /** The string literals in a statement, which tell it from others. */
  static List<String> messages(Node node) {
    return node.findAll(StringLiteralExpr.class).stream()
        .map(StringLiteralExpr::asString)
        .toList();
  }

  /** Whether two statements log the same message. */
  static boolean sameMessage(Node one, Node other) {
    return words(one).equals(words(other));
  }

  /** The words of the messages, without placeholders. */
  static String words(Node node) {
    return Wording.bare(node.findAll(MethodCallExpr.class, Loggers::logs).stream()
        .flatMap(call ->
            call.getArguments().stream().filter(a -> !messages(a).isEmpty()).limit(1))
        .flatMap(argument -> messages(argument).stream())
        .collect(Collectors.joining(" ")));
  }

  private static Optional<String> name(Expression receiver) {
    if (receiver instanceof NameExpr name) {
      return Optional.of(name.getNameAsString());
    }
    if (receiver instanceof FieldAccessExpr access) {
      return Optional.of(access.getNameAsString());
    }
    return receiver instanceof MethodCallExpr call && call.getArguments().isEmpty()
        ? Optional.of(call.getNameAsString()).or(() -> call.getScope().flatMap(Loggers::name))
        : Optional.empty();
  }
}
