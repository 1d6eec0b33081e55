package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** A parsed file of a version. */
record Unit(String path, SyntaxTree tree, LogCalls calls) {

  static Unit of(String path, SyntaxTree tree) {
    return new Unit(path, tree, LogCalls.in(tree));
  }

  /** The nodes that stand exactly there, outermost first. */
  List<Node> at(Span span) {
    List<Node> found = new ArrayList<>();
    gather(tree.unit(), span, found);
    return found;
  }

  private void gather(Node node, Span wanted, List<Node> found) {
    Span here = span(node);
    if (here.equals(wanted)) {
      found.add(node);
    }
    if (here.contains(wanted) || node.getParentNode().isEmpty()) {
      node.getChildNodes().forEach(child -> gather(child, wanted, found));
    }
  }

  Span span(Node node) {
    return tree.span(node);
  }

  int start(Node node) {
    return span(node).start();
  }

  int end(Node node) {
    return span(node).end();
  }

  /** The 1-based line that a node begins on. */
  int line(Node node) {
    return tree.line(start(node));
  }

  String text() {
    return tree.text();
  }

  String text(Node node) {
    return tree.text(node);
  }
}
