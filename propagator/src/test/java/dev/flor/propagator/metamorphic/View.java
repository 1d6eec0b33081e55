package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A program with the tree of the file that holds the marked statement. */
final class View {
  final Program program;
  final String path;
  final String text;
  final SyntaxTree tree;
  final Statement statement;
  final Node parent;
  final List<Statement> list;
  final int index;

  private View(Program program, SyntaxTree tree, Statement statement, Node parent) {
    this.program = program;
    this.path = program.path();
    this.text = tree.text();
    this.tree = tree;
    this.statement = statement;
    this.parent = parent;
    this.list = statements(parent);
    int at = -1;
    for (int i = 0; i < list.size(); i++) {
      at = same(list.get(i), statement) ? i : at;
    }
    this.index = at;
  }

  static Optional<View> of(Program program) {
    String text = program.files().get(program.path());
    int start = text.indexOf(Program.OPEN) + Program.OPEN.length();
    return SyntaxTree.parse(text).parsed().flatMap(tree -> tree.unit()
        .findFirst(
            Statement.class, s -> !(s instanceof BlockStmt) && tree.span(s).start() == start)
        .flatMap(s -> s.getParentNode()
            .filter(p -> p instanceof BlockStmt || p instanceof SwitchEntry)
            .map(p -> new View(program, tree, s, p))));
  }

  static List<Statement> statements(Node parent) {
    NodeList<Statement> all = parent instanceof BlockStmt block
        ? block.getStatements()
        : ((SwitchEntry) parent).getStatements();
    return List.copyOf(all);
  }

  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }

  Span span(Node node) {
    return tree.span(node);
  }

  String text(Node node) {
    return tree.text(node);
  }

  /** Where the text of an element of a list begins, comments before it included. */
  int start(List<Statement> of, int i) {
    int at = i == 0 ? i(of.get(0).getParentNode().orElseThrow(), of) : end(of, i - 1);
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int i(Node owner, List<Statement> of) {
    if (owner instanceof BlockStmt) {
      return span(owner).start() + 1;
    }
    int at = span(of.get(0)).start();
    return text.startsWith(Program.OPEN, at - Program.OPEN.length())
        ? at - Program.OPEN.length()
        : at;
  }

  int end(List<Statement> of, int i) {
    int at = span(of.get(i)).end();
    return text.startsWith(Program.CLOSE, at) ? at + Program.CLOSE.length() : at;
  }

  String text(List<Statement> of, int from, int to) {
    return text.substring(start(of, from), end(of, to));
  }

  /** Whether part of the list, from one element to another, has something that counts as a neighbour on both sides of the statement. */
  boolean amid(int from, int to) {
    return index > from
        && index < to
        && list.subList(from, index).stream().anyMatch(Position::counts)
        && list.subList(index + 1, to + 1).stream().anyMatch(Position::counts);
  }

  /** The method, constructor or initialiser around the statement. */
  Optional<CallableDeclaration<?>> callable() {
    for (Node at = statement; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof CallableDeclaration<?> callable) {
        return Optional.of(callable);
      }
    }
    return Optional.empty();
  }

  /** The constructs around the statement, innermost first, up to the member. */
  List<Node> around() {
    List<Node> around = new ArrayList<>();
    for (Node at = parent; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof CallableDeclaration<?>) {
        return around;
      }
      around.add(at);
    }
    return around;
  }

  <T extends Node> Optional<T> around(Class<T> kind, Predicate<T> which) {
    return around().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(which)
        .findFirst();
  }

  boolean within(Node node, Node outer) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (same(at, outer)) {
        return true;
      }
    }
    return false;
  }

  boolean holds(Node node) {
    return within(statement, node);
  }

  Optional<Program> with(Edits edits) {
    return edits.isEmpty()
        ? Optional.empty()
        : edits.apply(text).map(changed -> program.with(path, changed));
  }

  /** Whether an identifier is written anywhere in the program. */
  boolean known(String name) {
    return program.files().values().stream().anyMatch(t -> t.matches("(?s).*\\b" + name + "\\b.*"));
  }

  /** A name that nothing in the file has. */
  String fresh(String wish) {
    String name = wish;
    for (int i = 2; text.contains(name); i++) {
      name = wish + i;
    }
    return name;
  }

  List<String> names(Node node) {
    return node.findAll(NameExpr.class).stream().map(NameExpr::getNameAsString).toList();
  }

  /** Every place where an identifier is written. */
  List<Node> written(Node root, String identifier) {
    List<Node> found = new ArrayList<>();
    found.addAll(root.findAll(SimpleName.class, n -> n.getIdentifier().equals(identifier)));
    found.addAll(root.findAll(Name.class, n -> n.getIdentifier().equals(identifier)));
    return found;
  }

  String indent(int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = start;
    while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(start, end);
  }
}
