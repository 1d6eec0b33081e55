package dev.flor.differ;

import static dev.flor.differ.Aligning.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.Skeleton.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an outline says without a parser is what the parser says. */
class OutlineTest {

  @Test
  void theMembersOfRealFilesAreThoseThatTheParserFinds() {
    sample().forEach((path, text) -> Outline.of(text)
        .ifPresent(outline -> assertThat(bodies(outline)).as(path).isEqualTo(bodies(tree(text)))));
  }

  @Test
  void mostRealFilesHaveAnOutline() {
    SortedMap<String, String> sample = sample();
    assertThat(sample.values().stream()
            .filter(text -> Outline.of(text).isPresent())
            .count())
        .isGreaterThan(sample.size() * 9L / 10);
  }

  @Test
  void whatASkeletonHoldsStandsWhereItStandsInTheWholeTree() {
    sample().forEach((path, text) -> Outline.of(text).ifPresent(outline -> {
      List<Member> members = outline.members();
      Optional<Member> one =
          members.isEmpty() ? Optional.empty() : Optional.of(members.get(members.size() / 2));
      SyntaxTree part = Skeleton.parse(
              outline, member -> one.equals(Optional.of(member)) ? Part.WHOLE : Part.NONE)
          .parsed()
          .orElseThrow();
      List<String> whole = declarations(tree(text));
      assertThat(whole).as(path).containsAll(declarations(part));
      one.ifPresent(member -> assertThat(bodies(part)).as(path).containsExactly(member.body()));
    }));
  }

  @Test
  void everyKindOfMemberIsFound() {
    String text = """
        package p; import q.R;
        /* { */ @A(b = {1, 2}) public class C<T extends Comparable<T>> extends D {
          static final int[] N = {1, 2}; // {
          Runnable r = new Runnable() { public void run() { f(); } }, s = () -> { g(); };
          static { h('}'); }
          { h("}\\""); }
          @A({3}) C(int x) throws E { this.x = x; }
          abstract <S> S none(int y);
          int[] many(final @A("(") int[] a, String... b) { class L { void m() {} } return a; }
          enum K { ONE(1) { int v() { return 1; } }, TWO; int v() { return 2; } }
          enum Bare { A, B }
          record P(int a, int b) { P { a = 1; } int sum() { return a + b; } }
          @interface I { int[] value() default {}; String s() default "{"; }
          interface J { default void d() {} void e(); ; }
          String t = QQQ
              { \\QQQ }
              QQQ;
        }
        class Second { void record(int record) { } }
        """.replace("QQQ", "\"\"\"");
    assertThat(Outline.of(text).orElseThrow().members())
        .extracting(m -> m.type() + "#" + m.name() + m.parameters())
        .containsExactly(
            "C#",
            "C#",
            "C#C(intx)",
            "C#many(final@A(\"(\")int[]a,String...b)",
            "C.K#v()",
            "C.P#",
            "C.P#sum()",
            "C.J#d()",
            "Second#record(intrecord)");
  }

  @Test
  void whatBracesDoNotTellHasNoOutline() {
    assertThat(Outline.of("class C { void m() { ")).isEmpty();
    assertThat(Outline.of("class C { void m() { char c = '\\u007b'; } }")).isEmpty();
    assertThat(Outline.of("void main() { }")).isEmpty();
    assertThat(Outline.of("class C { void m() {\n<<<<<<< ours\n} }")).isEmpty();
    assertThat(Outline.of("class C { } }")).isEmpty();
  }

  private static SortedMap<String, String> sample() {
    SortedMap<String, String> sample = new TreeMap<>();
    int at = 0;
    for (var entry : RealSources.all().entrySet()) {
      if (at++ % 11 == 0) {
        sample.put(entry.getKey(), entry.getValue());
      }
    }
    return sample;
  }

  private static List<Span> bodies(Outline outline) {
    return outline.members().stream().map(Member::body).toList();
  }

  private static List<Span> bodies(SyntaxTree tree) {
    List<Span> bodies = new ArrayList<>();
    tree.unit().walk(Node.TreeTraversal.PREORDER, node -> {
      if (node.getParentNode().filter(OutlineTest::isOuterType).isPresent()) {
        body(node).ifPresent(body -> bodies.add(tree.span(body)));
      }
    });
    return bodies;
  }

  private static Optional<BlockStmt> body(Node node) {
    if (node instanceof MethodDeclaration method) {
      return method.getBody();
    }
    if (node instanceof ConstructorDeclaration constructor) {
      return Optional.of(constructor.getBody());
    }
    if (node instanceof CompactConstructorDeclaration compact) {
      return Optional.of(compact.getBody());
    }
    return node instanceof InitializerDeclaration block
        ? Optional.of(block.getBody())
        : Optional.empty();
  }

  private static boolean isOuterType(Node node) {
    return node instanceof TypeDeclaration<?>
        && node.getParentNode()
            .filter(parent -> parent instanceof CompilationUnit || isOuterType(parent))
            .isPresent();
  }

  private static List<String> declarations(SyntaxTree tree) {
    return tree.unit().findAll(BodyDeclaration.class).stream()
        .map(node -> node.getClass().getSimpleName() + tree.span(node))
        .toList();
  }
}
