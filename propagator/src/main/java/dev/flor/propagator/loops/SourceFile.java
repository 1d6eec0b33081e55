package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import dev.flor.differ.SyntaxTree;

/** A parsed file and its path. */
record SourceFile(String path, SyntaxTree tree) {
  int line(Node node) {
    return tree.line(tree.span(node).start());
  }

  int lastLine(Node node) {
    return tree.line(Math.max(tree.span(node).start(), tree.span(node).end() - 1));
  }

  int start(Node node) {
    return tree.span(node).start();
  }
}
