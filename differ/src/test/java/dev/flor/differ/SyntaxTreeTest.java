package dev.flor.differ;

import static dev.flor.differ.Aligning.nodes;
import static dev.flor.differ.Aligning.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { void m() { call(1); } }",
        "class A {\r\n\tvoid m() {\r\n\t\tcall(1);\r\n\t}\r\n}",
        "class A {\r\tvoid m() {\r\t\tcall(1);\r\t}\r}",
        "\uFEFFclass A {\n  void m() { call(1); }\n}",
        "class A { String s = \"\uD83D\uDE00\"; /* \uD83D\uDE00 */ void m() { call(1); } }",
        "class A { int \\u0061b; String s = \"\\u0041\\n\"; void m() { call(1); } }",
        "class A {\t/* \t */\tvoid m()\t{\tcall(1);\t} }",
        "class A { int \uD835\uDC00 = 1; void m() { call(1); } }",
        "class A { String s = \"\"\"\n  a \\\n \"\" b\n  \"\"\"; void m() { call(1); } }",
        "class A { void m() { call(1); } }\n\u001a",
        "\n\n\r\n// x\n\nclass A { void m() {\n\ncall(1); } }\n\n",
        "class A { \f void m() { call(1); } }"
      })
  void spansAreOffsetsInTheText(String text) {
    SyntaxTree tree = tree(text);
    MethodCallExpr call = tree.unit().findFirst(MethodCallExpr.class).orElseThrow();
    assertThat(tree.text(call)).isEqualTo("call(1)");
    assertThat(tree.span(call).start()).isEqualTo(text.indexOf("call(1)"));
    assertThat(tree.unit().findAll(SimpleName.class))
        .allSatisfy(name -> assertThat(tree.text(name)).isEqualTo(name.getIdentifier()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call(1);",
        "\n  int n = count();\n  call(n);",
        "// note\n call(1); /* end */",
        "if (a) { call(1); } else call(2);",
        "for (;;) { break; }",
        "",
      })
  void statementsThatEveryLevelHasCanGoAmongAny(String text) {
    assertThat(SyntaxTree.holdsStatements(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call(1)",
        "} {",
        "call(1); }",
        "call(1); // open",
        "call(1); /* open",
        "if (a)",
        "String s = \"open;",
        "call(() -> 1);",
        "List<String> list = null;",
        "int enum = 1;",
      })
  void whatEndsElsewhereOrSomeLevelForbidsIsNotStatementsForAny(String text) {
    assertThat(SyntaxTree.holdsStatements(text)).isFalse();
  }

  @Test
  void linesEndAtAnyLineBreak() {
    SyntaxTree tree = tree("class A {\r\n\n\r}");
    assertThat(List.of(
            tree.line(0), tree.line(9), tree.line(10), tree.line(11), tree.line(12), tree.line(13)))
        .containsExactly(1, 1, 1, 2, 3, 4);
    assertThat(tree.lineCount()).isEqualTo(4);
    assertThat(tree.lineStart(4)).isEqualTo(13);
  }

  @Test
  void theNameBeforeBracketsIsTheNameAlone() {
    SyntaxTree tree = tree("class A { int a[], b[][]; }");
    assertThat(tree.unit().findAll(SimpleName.class).stream().map(tree::text))
        .containsExactly("A", "a", "b");
  }

  @Test
  void whatIsWrittenNowhereIsEmpty() {
    SyntaxTree tree = tree("class A { Runnable r = x -> {}; }");
    assertThat(nodes(tree)).allSatisfy(node -> assertThat(tree.span(node).end())
        .isLessThanOrEqualTo(tree.text().length()));
    Node implied = nodes(tree).stream()
        .filter(node -> node.getRange().isEmpty())
        .findFirst()
        .orElseThrow();
    assertThat(tree.text(implied)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { int enum = 1; void m(java.util.Enumeration enum) { enum.nextElement(); } }",
        "class A { void assert(int assert) { } }",
        "class A { int _ = 1; }",
        "class record { record r; int yield; Object var; }",
        "record P(int x, String... s) { P { if (x < 0) throw new Error(); } }",
        "sealed interface S permits A { } final class A implements S { }",
        "class A { int m(Object o) { return switch (o) { case P(int x, var y) when x > 1 -> x; default -> { yield 2; } }; } }",
        "class A { void m() { for (var _ : xs) { } } }",
        "void main() { IO.println(1); }",
        "module a.b { requires java.base; exports a.b; }",
        "package a; import java.util.*;",
        "@interface X { int v() default 1; }",
        "",
        "class A { A() { check(); super(); } }"
      })
  void javaOfEveryAgeParses(String text) {
    assertThat(SyntaxTree.parse(text)).isInstanceOf(ParseResult.Parsed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n  ", "  class A {}  ", "\n// x\n"})
  void theRootIsAllOfTheText(String text) {
    SyntaxTree tree = tree(text);
    assertThat(tree.text(tree.unit())).isEqualTo(text);
  }

  @Test
  void aCharThatIsNotJavaSaysWhere() {
    assertThat(SyntaxTree.parse("  class A {\n      # }"))
        .isEqualTo(new ParseResult.Unparsable(
            2, 7, "Lexical error at line 2, column 7.  Encountered: \"#\" (35), after : \"\""));
  }

  @Test
  void whatIsNotJavaSaysWhere() {
    ParseResult result = SyntaxTree.parse("class A {\n  void m() { int = 3; }\n}");
    assertThat(result).isInstanceOfSatisfying(ParseResult.Unparsable.class, no -> assertThat(
            List.of(no.line(), no.column()))
        .containsExactly(2, 14));
    assertThat(result.parsed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class",
        "\u0000",
        "class A { String s = \"",
        "/*",
        "}",
        "\\u00",
        "\uD83D",
        "class A { char c = ''; }",
        "class A { int x \"Lexical error at line 99999999999, column 1\"; }",
        "class A { enum Kind # { A } }",
        "<<<<<<< HEAD"
      })
  void brokenTextNeverThrows(String text) {
    assertThat(SyntaxTree.parse(text)).isInstanceOf(ParseResult.Unparsable.class);
  }

  @Test
  void aLongChainParses() {
    assertThat(SyntaxTree.parse("class A { String s = \"\"" + " + \"x\"".repeat(900) + "; }"))
        .isInstanceOf(ParseResult.Parsed.class);
  }

  @Test
  void nestingBeyondReasonIsRefused() {
    String deep = "class A { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
    assertThat(SyntaxTree.parse(deep)).isInstanceOf(ParseResult.Unparsable.class);
    assertThat(SyntaxTree.parse("class A { String s = \"\"" + " + \"x\"".repeat(10_000) + "; }"))
        .isInstanceOf(ParseResult.Unparsable.class);
  }
}
