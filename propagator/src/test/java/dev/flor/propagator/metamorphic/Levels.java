package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One thing said in the words of another level of the language. */
final class Levels {
  private Levels() {}

  static List<Refactoring> all() {
    return List.of(
        Refactoring.of("for-each to indexed loop", Levels::indexed, "ForEachStmt"),
        Refactoring.of("for-each to iterator loop", Levels::iterator, "ForEachStmt"),
        Refactoring.of("for to while", Levels::whileLoop, "ForStmt"),
        Refactoring.of("lambda to anonymous class", Levels::anonymous, "LambdaExpr"),
        Refactoring.of("anonymous class to lambda", Levels::lambda, "ObjectCreationExpr"),
        Refactoring.of("explicit types to var", Levels::var, "local"),
        Refactoring.of("final on variables", Levels::finals, "local"),
        Refactoring.of("add braces", Levels::braces),
        Refactoring.of("remove braces", Levels::noBraces),
        Refactoring.of("remove braces around the neighbour", Levels::bare, "2 in body"));
  }

  private static Optional<Program> indexed(View view, Random random) {
    return view.around(ForEachStmt.class, l -> l.getBody().isBlockStmt()).flatMap(l -> {
      String array = l.getIterable().toString();
      VariableDeclarator variable = l.getVariable().getVariable(0);
      String i = view.fresh("idx");
      boolean isArray = random.nextBoolean();
      String head = "for (int " + i + " = 0; " + i + " < " + array
          + (isArray ? ".length" : ".size()") + "; " + i + "++) {\n" + declared(variable) + array
          + (isArray ? "[" + i + "];" : ".get(" + i + ");");
      return head(view, l, head);
    });
  }

  /** Unless the statement reads what is set there, it may as well come first. */
  private static Program setting(View view, Program program, String variable, String statement) {
    return view.names(view.statement).contains(variable) ? program : program.loosely(statement);
  }

  private static String declared(VariableDeclarator variable) {
    return variable.getType() + " " + variable.getName() + " = ";
  }

  private static Optional<Program> head(View view, ForEachStmt loop, String head) {
    String variable = loop.getVariable().getVariable(0).getNameAsString();
    String declaration = head.substring(head.indexOf('\n') + 1);
    return view.with(new Edits()
            .replace(view.span(loop).start(), view.span(loop.getBody()).start() + 1, head))
        .map(p -> setting(view, p, variable, Words.words(declaration)));
  }

  private static Optional<Program> iterator(View view, Random random) {
    return view.around(ForEachStmt.class, l -> l.getBody().isBlockStmt()).flatMap(l -> {
      VariableDeclarator variable = l.getVariable().getVariable(0);
      String it = view.fresh("itr");
      String head =
          "for (java.util.Iterator<" + variable.getType() + "> " + it + " = " + l.getIterable()
              + ".iterator(); " + it + ".hasNext(); ) {\n" + declared(variable) + it + ".next();";
      return head(view, l, head);
    });
  }

  private static Optional<Program> whileLoop(View view, Random random) {
    return view.around(
            ForStmt.class,
            l -> l.getBody().isBlockStmt()
                && l.getInitialization().size() == 1
                && l.getUpdate().size() == 1
                && l.getCompare().isPresent()
                && !view.text(l).contains("continue")
                && l.getParentNode().filter(BlockStmt.class::isInstance).isPresent())
        .flatMap(l -> view.with(new Edits()
                .replace(
                    view.span(l).start(),
                    view.span(l.getBody()).start(),
                    view.text(l.getInitialization().get(0)) + ";\nwhile ("
                        + view.text(l.getCompare().get()) + ") ")
                .insert(
                    view.span(l.getBody()).end() - 1, view.text(l.getUpdate().get(0)) + ";\n"))
            .map(p ->
                setting(view, p, counter(l), Words.words(view.text(l.getUpdate().get(0)) + ";"))));
  }

  private static String counter(ForStmt loop) {
    return loop.getUpdate()
        .get(0)
        .findFirst(NameExpr.class)
        .map(NameExpr::getNameAsString)
        .orElse("");
  }

  private static Optional<Program> anonymous(View view, Random random) {
    return view.around(
            LambdaExpr.class,
            l -> l.getBody().isBlockStmt()
                && l.getParameters().stream().allMatch(p -> p.getType().isUnknownType())
                && l.getBody().findFirst(ThisExpr.class).isEmpty())
        .flatMap(l -> {
          String parameters = l.getParameters().stream()
              .map(p -> "Object " + p.getNameAsString())
              .collect(Collectors.joining(", "));
          String text = "new Handler() {\n@Override\npublic Object handle(" + parameters + ") "
              + view.text(l.getBody()) + "\n}";
          return view.with(new Edits().replace(view.span(l), text));
        });
  }

  private static Optional<Program> lambda(View view, Random random) {
    return view.around(ObjectCreationExpr.class, Levels::single).flatMap(o -> {
      MethodDeclaration method =
          (MethodDeclaration) o.getAnonymousClassBody().get().get(0);
      String parameters = method.getParameters().stream()
          .map(p -> p.getNameAsString())
          .collect(Collectors.joining(", "));
      return view.with(new Edits()
          .replace(
              view.span(o),
              "(" + parameters + ") -> " + view.text(method.getBody().get())));
    });
  }

  private static boolean single(ObjectCreationExpr creation) {
    List<BodyDeclaration<?>> body = creation.getAnonymousClassBody().isPresent()
        ? creation.getAnonymousClassBody().get()
        : List.of();
    return body.size() == 1
        && body.get(0) instanceof MethodDeclaration method
        && method.getBody().isPresent()
        && method.findFirst(ThisExpr.class).isEmpty();
  }

  private static Optional<Program> var(View view, Random random) {
    return declarations(view, "var", true);
  }

  private static Optional<Program> finals(View view, Random random) {
    return declarations(view, "final ", false);
  }

  private static Optional<Program> declarations(View view, String word, boolean instead) {
    Edits edits = new Edits();
    if (view.callable().isEmpty()) {
      return Optional.empty();
    }
    for (VariableDeclarationExpr d : view.callable().get().findAll(VariableDeclarationExpr.class)) {
      boolean simple = d.getVariables().size() == 1
          && d.getModifiers().isEmpty()
          && !d.getVariable(0).getType().isVarType()
          && d.getVariable(0).getInitializer().filter(Levels::telling).isPresent();
      if (simple && instead) {
        edits.replace(view.span(d.getVariable(0).getType()), word);
      } else if (simple
          && d.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()) {
        edits.insert(view.span(d).start(), word);
      }
    }
    return view.with(edits);
  }

  private static boolean telling(Expression value) {
    return !value.isArrayInitializerExpr()
        && !value.isNullLiteralExpr()
        && !value.isLambdaExpr()
        && !value.isMethodReferenceExpr();
  }

  /** Bodies of one statement without braces, in the whole file. */
  private static Optional<Program> braces(View view, Random random) {
    Edits edits = new Edits();
    for (Statement body : bodies(view)) {
      if (!body.isBlockStmt() && body.findFirst(Statement.class, Levels::bodied).isEmpty()) {
        edits.insert(view.span(body).start(), "{\n").insert(view.span(body).end(), "\n}");
      }
    }
    return view.with(edits);
  }

  /** Braces around one statement; those around the marked statement and one other stay, and go when it is taken out. */
  private static Optional<Program> noBraces(View view, Random random) {
    Edits edits = new Edits();
    for (Statement body : bodies(view)) {
      if (body instanceof BlockStmt block
          && block.getStatements().size() == 1
          && block.getStatement(0).isExpressionStmt()
          && !block.getStatement(0).asExpressionStmt().getExpression().isVariableDeclarationExpr()
          && !view.holds(block)
          && block.getAllContainedComments().isEmpty()) {
        edits.replace(view.span(body), view.text(block.getStatement(0)));
      }
    }
    return view.with(edits);
  }

  /** The braces around the statement and one other are there only with it. */
  private static Optional<Program> bare(View view, Random random) {
    boolean body = view.parent instanceof BlockStmt block
        && block.getStatements().size() == 2
        && block.getParentNode().filter(Levels::bodied).isPresent();
    if (!body) {
      return Optional.empty();
    }
    Statement other = view.list.get(1 - view.index);
    boolean plain = other.isExpressionStmt()
        && !other.asExpressionStmt().getExpression().isVariableDeclarationExpr();
    int start = view.span(view.parent).start();
    int end = view.span(view.parent).end();
    return plain || other.isReturnStmt() || other.isThrowStmt()
        ? view.with(new Edits()
                .replace(start, start + 1, Program.WITH + "{" + Program.WITH_END)
                .replace(end - 1, end, Program.WITH + "}" + Program.WITH_END))
            .map(Program::oneWay)
        : Optional.empty();
  }

  private static boolean bodied(Node node) {
    return node instanceof IfStmt
        || node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }

  private static List<Statement> bodies(View view) {
    return view.tree.unit().findAll(Statement.class, s -> s.getParentNode()
        .filter(p -> bodied(p) && !(p instanceof IfStmt && s instanceof IfStmt))
        .isPresent());
  }
}
