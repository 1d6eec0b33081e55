package dev.flor.differ;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.ParseResult.Parsed;
import dev.flor.differ.ParseResult.Unparsable;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalEnumsTest {
  @Test
  void theyAreStatementsWithAllTheirText() {
    String first = "enum A { X(\"}\"), /* } */ Y;\r\n\tint f() { return 1; } }";
    String second = "enum B implements C { Z }";
    String text = "class D { void f() {\n  " + first + "\n  g();\n  " + second + " h(); } }";
    SyntaxTree tree = ((Parsed) SyntaxTree.parse(text)).tree();
    assertThat(
            tree.unit().findAll(Statement.class, s -> !s.isBlockStmt()).stream().map(tree::text))
        .isEqualTo(List.of(first, "g();", second, "h();"));
    assertThat(tree.text()).isEqualTo(text);
  }

  @Test
  void whatIsWrongBesideThemIsStillWrong() {
    assertThat(SyntaxTree.parse("class D { void f() { enum A { X } int = 1; } }"))
        .isInstanceOf(Unparsable.class);
    assertThat(SyntaxTree.parse("class D { void f() { enum A { X }"))
        .isInstanceOf(Unparsable.class);
    assertThat(SyntaxTree.parse("class D { void f() { enum A } }")).isInstanceOf(Unparsable.class);
  }
}
