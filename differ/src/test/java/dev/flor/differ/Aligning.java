package dev.flor.differ;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import dev.flor.differ.ParseResult.Unparsable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Aligns two texts and shows the statements and members that map as {@code latest line -> older line}, by the first words of each.
 * The only test helper that touches {@link Aligner}.
 */
final class Aligning {
  private final String latest;
  private String older = "";

  private Aligning(String latest) {
    this.latest = latest;
  }

  static Aligning aligning(String latest) {
    return new Aligning(latest);
  }

  Aligning with(String text) {
    this.older = text;
    return this;
  }

  /** Bodies of a method. */
  static String body(String statements) {
    return "class A { void m(int n) { " + statements + " } }";
  }

  /** Each expectation is {@code "latest unit -> older unit"}, or {@code "latest unit -> -"} when it must have no counterpart. */
  Aligning maps(String... expected) {
    Map<String, String> pairs = pairs();
    for (String line : expected) {
      String[] sides = line.split(" -> ", 2);
      assertThat(pairs.getOrDefault(sides[0], "no such unit, but " + pairs.keySet()))
          .as(sides[0])
          .isEqualTo(sides[1]);
    }
    return this;
  }

  private Map<String, String> pairs() {
    SyntaxTree a = tree(latest);
    SyntaxTree b = tree(older);
    Alignment alignment = Aligner.align(a, b);
    Map<String, String> pairs = new TreeMap<>();
    for (Node node : nodes(a)) {
      if (Kinds.isUnit(node) || Kinds.isBody(node) || node instanceof SimpleName) {
        pairs.putIfAbsent(
            label(a, node), alignment.older(node).map(n -> label(b, n)).orElse("-"));
      }
    }
    return pairs;
  }

  /** The text up to the body or the end, on one line. */
  private static String label(SyntaxTree tree, Node node) {
    String text = tree.text(node).replaceAll("\\s+", " ");
    int brace = text.indexOf(" {");
    return (brace > 0 ? text.substring(0, brace) : text).strip();
  }

  static SyntaxTree tree(String text) {
    return SyntaxTree.parse(text).fold(ParseResult.Parsed::tree, Aligning::fail);
  }

  private static SyntaxTree fail(Unparsable unparsable) {
    throw new AssertionError(unparsable.toString());
  }

  static List<Node> nodes(SyntaxTree tree) {
    List<Node> nodes = new ArrayList<>();
    NodeTable table = NodeTable.of(tree.unit());
    for (int i = 0; i < table.count(); i++) {
      nodes.add(table.node(i));
    }
    return nodes;
  }

  /** The share of nodes of the latest tree that have a counterpart. */
  static double mapped(SyntaxTree latest, SyntaxTree older) {
    Alignment alignment = Aligner.align(latest, older);
    List<Node> nodes = nodes(latest);
    long mapped =
        nodes.stream().map(alignment::older).filter(Optional::isPresent).count();
    return (double) mapped / nodes.size();
  }
}
