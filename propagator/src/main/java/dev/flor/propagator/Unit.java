package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import dev.flor.differ.Span;
import dev.flor.differ.SyntaxTree;

/** A parsed file of a version. */
record Unit(String path, SyntaxTree tree, LogCalls calls) {

  static Unit of(String path, SyntaxTree tree) {
    return new Unit(path, tree, LogCalls.in(tree));
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
