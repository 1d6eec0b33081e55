package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A gap in a list of statements of a real file.
 *
 * @param jar the number of the jar
 * @param list the offset at which the list's block or case begins
 * @param kinds what stands around it, for choosing
 */
record Place(int jar, String path, int list, int index, Set<String> kinds) {

  static List<Place> in(int jar, String path, SyntaxTree tree) {
    List<Place> places = new ArrayList<>();
    for (Node node : tree.unit().findAll(Node.class, Place::holds)) {
      List<Statement> statements = View.statements(node);
      Set<String> kinds = kinds(node);
      for (int index = 0; index <= statements.size() && !kinds.isEmpty(); index++) {
        boolean dead = index > 0 && leaves(statements.get(index - 1));
        boolean early = index < statements.size()
            && statements.get(index).isExplicitConstructorInvocationStmt();
        if (!dead && !early && !statements.isEmpty()) {
          Set<String> all = new TreeSet<>(kinds);
          all.addAll(index > 0 && index < statements.size() ? Set.of("3 statements") : Set.of());
          places.add(new Place(jar, path, tree.span(node).start(), index, all));
        }
      }
    }
    return places;
  }

  private static boolean holds(Node node) {
    return node instanceof BlockStmt
        || (node instanceof SwitchEntry entry
            && entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
            && entry.getParentNode().filter(SwitchStmt.class::isInstance).isPresent());
  }

  private static boolean leaves(Statement statement) {
    return statement.isReturnStmt()
        || statement.isThrowStmt()
        || statement.isBreakStmt()
        || statement.isContinueStmt()
        || statement.isYieldStmt()
        || statement.isWhileStmt()
        || (statement.isTryStmt() && statement.toString().contains("return"));
  }

  /** Empty for what is no part of a method or constructor. */
  private static Set<String> kinds(Node list) {
    Set<String> kinds = new TreeSet<>();
    boolean construct = list.getParentNode().filter(p -> p instanceof Statement).isPresent();
    boolean two = construct && View.statements(list).size() == 1;
    for (Node at = list; at != null; at = at.getParentNode().orElse(null)) {
      kinds.add(at.getClass().getSimpleName());
      if (at instanceof IfStmt branch && branch.getElseStmt().isPresent()) {
        kinds.add("else");
      }
      if (at instanceof IfStmt branch && branch.getElseStmt().isEmpty()) {
        kinds.add("last if");
      }
      if (at instanceof SwitchStmt) {
        kinds.add("switch");
      }
      if (at instanceof CallableDeclaration<?> member) {
        kinds.addAll(construct ? Set.of("construct") : Set.of());
        kinds.addAll(two ? Set.of("2 in body") : Set.of());
        kinds.addAll(ofMember(member));
        return kinds;
      }
    }
    return Set.of();
  }

  private static Set<String> ofMember(CallableDeclaration<?> member) {
    Set<String> kinds = new TreeSet<>();
    boolean local = member.findFirst(VariableDeclarationExpr.class).isPresent();
    boolean parameter = !member.getParameters().isEmpty();
    kinds.addAll(local ? Set.of("local") : Set.of());
    kinds.addAll(parameter ? Set.of("parameter") : Set.of());
    kinds.addAll(local || parameter ? Set.of("variables") : Set.of());
    if (member instanceof MethodDeclaration m && m.isPrivate() && m.getType().isVoidType()) {
      kinds.add("private void");
    }
    Node at = member;
    while (at.getParentNode().filter(p -> p instanceof TypeDeclaration<?>).isPresent()) {
      at = at.getParentNode().get();
    }
    kinds.addAll(at.findAll(TypeDeclaration.class).size() > 1 ? Set.of("nested type") : Set.of());
    return kinds;
  }
}
