package dev.flor.differ;

import static dev.flor.differ.Aligning.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.MethodCallExpr;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
  private static final String NET =
      "package p; class Net { final double[] w; int n = 3, m; static { } Net(int n) { this.n = n; w = new double[n]; }"
          + " double step(java.util.List<String> xs, int... ks) { return dot(w, xs); } enum E { ONE, TWO } record R(int x) { R { } } }";

  @Test
  void declarationsAreNamedAndSigned() {
    assertThat(Declarations.of(tree(NET)).all().stream()
            .map(d -> d.kind() + " " + d.qualifiedName() + " " + d.signature()))
        .containsExactly(
            "TYPE p.Net Net",
            "FIELD p.Net.w w",
            "FIELD p.Net.n n",
            "FIELD p.Net.m m",
            "INITIALIZER p.Net.static{} static{}",
            "CONSTRUCTOR p.Net.Net <init>(int)",
            "METHOD p.Net.step step(List,int[])",
            "TYPE p.Net.E E",
            "CONSTANT p.Net.E.ONE ONE",
            "CONSTANT p.Net.E.TWO TWO",
            "TYPE p.Net.R R",
            "FIELD p.Net.R.x x",
            "CONSTRUCTOR p.Net.R.R R{}");
  }

  @Test
  void aNodeKnowsTheMemberItStandsIn() {
    SyntaxTree tree = tree(NET);
    MethodCallExpr dot = tree.unit().findFirst(MethodCallExpr.class).orElseThrow();
    assertThat(Declarations.of(tree).enclosing(dot).map(Declaration::name)).contains("step");
    assertThat(Declarations.of(tree).enclosing(tree.unit())).isEmpty();
  }

  @Test
  void membersMatchAcrossARenamedClass() {
    SyntaxTree latest = tree(NET.replace("Net", "Network").replace("step(", "train("));
    SyntaxTree older = tree(NET);
    Declarations.Matching matching = Declarations.match(latest, older);
    assertThat(Declarations.of(latest).all())
        .allSatisfy(declaration -> assertThat(matching.older(declaration).flatMap(matching::latest))
            .contains(declaration));
  }

  @Test
  void similarityIsHighForTheSameMembersAndLowForOthers() {
    assertThat(Declarations.similarity(tree(NET.replace("Net", "Network")), tree(NET)))
        .isGreaterThan(0.8);
    assertThat(Declarations.similarity(
            tree(NET), tree("class Cli { void main(String[] a) { print(a[0]); } }")))
        .isLessThan(0.2);
  }
}
