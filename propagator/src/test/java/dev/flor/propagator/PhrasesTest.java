package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of what stands near a statement is found elsewhere. */
class PhrasesTest {
  private static final String METHOD =
      "Result run(Header header, Record record) { Result result = apply(header, record); Flor.log(\"r\", result); return result; }";

  private static double share(String code) {
    Node log = StaticJavaParser.parse("class A { " + METHOD + " }")
        .findAll(ExpressionStmt.class)
        .get(1);
    return Phrases.near(log, PhrasesTest::tokens).shareIn(Phrases.words(Tokens.of(code)));
  }

  private static List<String> tokens(Node node) {
    return Tokens.of(node.toString());
  }

  @Test
  void theSameCode() {
    assertThat(share(METHOD)).isEqualTo(1);
  }

  @Test
  void variablesAreAllTheSame() {
    assertThat(share("Result run(Header h, Record r) { Result x = apply(h, r); return x; }"))
        .isGreaterThan(0.8);
  }

  @Test
  void aSignatureAlone() {
    assertThat(share("Result run(Header header, Record record) { return null; }"))
        .isCloseTo(0.4, within(0.1));
  }

  @Test
  void nothingOfIt() {
    assertThat(share("void close() { socket.shutdown(); }")).isZero();
    assertThat(share("")).isZero();
  }
}
