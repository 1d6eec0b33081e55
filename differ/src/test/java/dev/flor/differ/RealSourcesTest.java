package dev.flor.differ;

import static dev.flor.differ.Aligning.mapped;
import static dev.flor.differ.Aligning.nodes;
import static dev.flor.differ.Aligning.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Laws of alignment, tried on real files. */
class RealSourcesTest {
  private static final SortedMap<String, String> SOURCES = RealSources.all();

  @Test
  void everyFileParsesAndItsNamesStandWhereTheySay() {
    sample(3).forEach((path, text) -> {
      SyntaxTree tree = tree(text);
      assertThat(tree.unit().findAll(SimpleName.class)).as(path).allMatch(name -> tree.text(name)
          .equals(name.getIdentifier()));
    });
  }

  @Test
  void nodesAndCommentsStandWhereTheyDoForAParserThatReadsTheIndentation() {
    ParserConfiguration plain =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.RAW).setTabSize(1);
    sample(13).forEach((path, source) -> {
      for (String text : List.of(source, reformatted(source))) {
        CompilationUnit unit = new JavaParser(plain).parse(text).getResult().orElseThrow();
        assertThat(places(tree(text)))
            .as(path)
            .isEqualTo(places(new SyntaxTree(text, unit, Indentation.of(""))));
      }
    });
  }

  private static List<String> places(SyntaxTree tree) {
    List<String> places = new ArrayList<>();
    tree.unit().walk(node -> {
      places.add(node.getClass().getSimpleName() + " " + tree.span(node));
      node.getComment().ifPresent(comment -> places.add("comment " + tree.span(comment)));
    });
    return places;
  }

  @Test
  void childrenStandInsideTheirParents() {
    sample(17).forEach((path, text) -> {
      SyntaxTree tree = tree(text);
      for (Node node : nodes(tree)) {
        Span span = tree.span(node);
        assertThat(span.end()).as(path).isLessThanOrEqualTo(text.length());
        assertThat(tree.line(span.start()))
            .isEqualTo(node.getRange().map(r -> r.begin.line).orElse(tree.line(span.start())));
      }
    });
  }

  @Test
  void aFileAlignedWithItselfIsTheIdentity() {
    sample(16).forEach((path, text) -> {
      SyntaxTree a = tree(text);
      SyntaxTree b = tree(text);
      Alignment alignment = Aligner.align(a, b);
      List<Node> left = nodes(a);
      List<Node> right = nodes(b);
      for (int i = 0; i < left.size(); i++) {
        assertThat(alignment.older(left.get(i)).orElse(null)).as(path).isSameAs(right.get(i));
      }
    });
  }

  @Test
  void aFileWithAChangeElsewhereStillMapsWholly() {
    sample(23).forEach((path, text) -> {
      SyntaxTree a = tree(text.replaceFirst("(?m)^}\\s*\\z", "  int addedByTheTest = 1;\n}\n"));
      Alignment alignment = Aligner.align(a, tree(text));
      List<String> lost = nodes(a).stream()
          .filter(node -> alignment.older(node).isEmpty())
          .map(a::text)
          .filter(unmapped -> !"int addedByTheTest = 1;".contains(unmapped))
          .toList();
      assertThat(lost).as(path).isEmpty();
    });
  }

  @Test
  void commentsAndLayoutDoNotMatter() {
    sample(21)
        .forEach((path, text) ->
            assertThat(mapped(tree(text), tree(reformatted(text)))).as(path).isEqualTo(1.0));
  }

  private static String reformatted(String text) {
    return "// new head\n"
        + text.replace("\n", "\r\n").replace("    ", "\t").replace(";\r\n", "; // x\r\n\r\n");
  }

  @Test
  void alignmentIsOneToOneBetweenCompatibleNodesAndTheSameEachTime() {
    sample(41).forEach((path, text) -> {
      SyntaxTree a = tree(text);
      SyntaxTree b = tree(disturbed(text, path.hashCode()));
      Alignment alignment = Aligner.align(a, b);
      Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Node node : nodes(a)) {
        Optional<Node> other = alignment.older(node);
        other.ifPresent(found -> {
          assertThat(seen.add(found)).isTrue();
          assertThat(alignment.latest(found).orElse(null)).isSameAs(node);
          assertThat(Kinds.compatible(node, found)).isTrue();
        });
      }
      SyntaxTree c = tree(text);
      SyntaxTree d = tree(b.text());
      assertThat(pairs(Aligner.align(c, d), c, d)).as(path).isEqualTo(pairs(alignment, a, b));
    });
  }

  private static List<String> pairs(Alignment alignment, SyntaxTree a, SyntaxTree b) {
    return nodes(a).stream()
        .map(node -> a.span(node) + " " + alignment.older(node).map(b::span))
        .toList();
  }

  @Test
  void mostOfADisturbedFileMapsToItself() {
    sample(41).forEach((path, text) -> {
      double share = mapped(tree(disturbed(text, 7)), tree(text));
      assertThat(share).as(path).isGreaterThan(0.9);
    });
  }

  @Test
  void statementsOfADisturbedFileMapToTheStatementTheyWere() {
    sample(37).forEach((path, text) -> {
      SyntaxTree b = tree(text);
      SyntaxTree a = tree(disturbed(text, 3));
      Alignment alignment = Aligner.align(a, b);
      Map<String, Long> names = b.unit().findAll(MethodDeclaration.class).stream()
          .collect(Collectors.groupingBy(
              MethodDeclaration::getNameAsString, java.util.TreeMap::new, Collectors.counting()));
      a.unit().findAll(MethodDeclaration.class).stream()
          .filter(method -> names.getOrDefault(method.getNameAsString(), 0L) == 1)
          .forEach(method -> assertThat(
                  alignment.older(method).map(n -> ((MethodDeclaration) n).getNameAsString()))
              .as(path)
              .contains(method.getNameAsString()));
    });
  }

  /** Drops and doubles some lines that are statements by themselves, and renames one identifier throughout. */
  private static String disturbed(String text, int seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      boolean statement = line.matches("\\s+[\\w.]+\\(.*\\);");
      if (!(statement && random.nextInt(10) == 0)) {
        lines.add(line);
      }
      if (statement && random.nextInt(10) == 0) {
        lines.add(line.replaceFirst("\\(", "(added, ").replace(", )", ")"));
      }
    }
    String result = String.join("\n", lines).replaceAll("\\bresult\\b", "outcome");
    return SyntaxTree.parse(result).fold(parsed -> result, unparsable -> text);
  }

  private static Map<String, String> sample(int every) {
    Map<String, String> sample = new java.util.LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, String> entry : SOURCES.entrySet()) {
      if (at++ % every == 0 && entry.getValue().length() < 120_000) {
        sample.put(entry.getKey(), entry.getValue());
      }
    }
    return sample;
  }
}
