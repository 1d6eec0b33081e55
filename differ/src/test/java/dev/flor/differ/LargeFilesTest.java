package dev.flor.differ;

import static dev.flor.differ.Aligning.mapped;
import static dev.flor.differ.Aligning.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a quadratic step would not finish. */
class LargeFilesTest {
  @Test
  void manyMethods() {
    IntFunction<String> method =
        i -> "  double f" + i + "(double x) {\n    double y = x * " + i + ";\n"
            + "    for (int k = 0; k < 10; k++) {\n      y += Math.sin(k * y);\n      use(y);\n    }\n    return y;\n  }\n";
    String older = file(2000, method);
    String latest =
        older.replace("f77(", "renamed(").replace("y += Math.sin(k * y);", "y += Math.cos(k * y);");
    assertThat(mapped(tree(latest), tree(older))).isGreaterThan(0.99);
  }

  @Test
  void oneMethodOfManyStatements() {
    IntFunction<String> statement =
        i -> "    register(\"name" + i + "\", " + i + ", make(x, " + i % 7 + "));\n";
    String older = "class A {\n  void all(int x) {\n" + lines(4_000, statement) + "  }\n}\n";
    String latest = older.replace("make(x, 3)", "make(x, y, 3)");
    assertThat(mapped(tree(latest), tree(older))).isGreaterThan(0.5);
  }

  @Test
  void oneStatementManyTimes() {
    String older =
        "class A {\n  void all(int x) {\n" + lines(4_000, i -> "    x++;\n") + "  }\n}\n";
    String latest = older.replaceFirst("x\\+\\+;", "start();\n");
    assertThat(mapped(tree(latest), tree(older))).isGreaterThan(0.99);
  }

  @Test
  void filesThatHaveNothingInCommon() {
    String older =
        file(1000, i -> "  void alpha" + i + "(int p) { one(p); two(p + " + i + "); }\n");
    String latest = file(1000, i -> "  String beta" + i + "() { return \"q" + i + "\"; }\n");
    assertThat(mapped(tree(latest), tree(older))).isLessThan(0.2);
  }

  private static String file(int count, IntFunction<String> part) {
    return "class A {\n" + lines(count, part) + "}\n";
  }

  private static String lines(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }
}
