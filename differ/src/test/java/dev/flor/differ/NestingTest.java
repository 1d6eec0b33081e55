package dev.flor.differ;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestingTest {
  @Test
  void tenBodiesInExpressionsAreParsedElevenAreNot() {
    assertThat(Nesting.tooDeep(nested(10, "f(() -> {", "});"))).isFalse();
    assertThat(Nesting.tooDeep(nested(11, "f(() -> {", "});"))).isTrue();
    assertThat(Nesting.tooDeep(nested(10, "new A<B, C<D>>(x) { void f() {", "}};")))
        .isFalse();
    assertThat(Nesting.tooDeep(nested(11, "new a.B() { void f() {", "}};"))).isTrue();
  }

  @Test
  void blocksMayBeNestedDeeper() {
    assertThat(Nesting.tooDeep(nested(400, "if (a > b) {", "}"))).isFalse();
    assertThat(Nesting.tooDeep(nested(400, "class A { void f() {", "}}"))).isFalse();
    assertThat(Nesting.tooDeep(nested(500, "for (A a : new A(x).all()) {", "}")))
        .isFalse();
    assertThat(Nesting.tooDeep(nested(801, "{", "}"))).isTrue();
    assertThat(Nesting.tooDeep(nested(801, "(", ")"))).isTrue();
  }

  @Test
  void bracketsInStringsAndCommentsDoNotCount() {
    assertThat(Nesting.tooDeep("\"" + "(".repeat(900) + "\\\"\" // " + "{".repeat(900)))
        .isFalse();
    assertThat(Nesting.tooDeep("/*" + "(".repeat(900) + "*/ \"\"\"\n" + "{".repeat(900) + "\"\"\""))
        .isFalse();
    assertThat(Nesting.tooDeep("'" + "(".repeat(900) + "\n" + "{ }")).isFalse();
  }

  @Test
  void whatIsClosedIsForgotten() {
    assertThat(Nesting.tooDeep("f(() -> { });".repeat(100))).isFalse();
    assertThat(Nesting.tooDeep("new A() { };".repeat(100) + ")".repeat(2000))).isFalse();
  }

  private static String nested(int depth, String open, String close) {
    return open.repeat(depth) + close.repeat(depth);
  }
}
