package dev.flor.propagator.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are large or deep in one way each; every one has a log statement, unless it is taken out. */
final class Giants {
  private static final String PROBE = "Flor.log(\"probe\", x);\n";

  private Giants() {}

  /** By what they are. */
  static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    all.put("50,000 lines in methods of 20", methods(2500, 20));
    all.put("10,000 methods", methods(10_000, 1));
    all.put(
        "one method of 20,000 statements", body(lines(20_000, i -> "    use(x + " + i + ");\n")));
    all.put("one method of 20,000 equal statements", body(lines(20_000, i -> "    use(x);\n")));
    all.put("1 MB in one line", body(lines(40_000, i -> "use(x + " + i % 10_000 + " - y); ")));
    all.put(
        "20,000 equal log statements",
        body(lines(20_000, i -> "    System.out.println(\"so far\");\n")));
    all.put("a line comment of 1 MB", body("    // " + "x".repeat(1_000_000) + "\n"));
    all.put("a string of 1 MB", body("    use(\"" + "x".repeat(1_000_000) + "\");\n"));
    all.put("an identifier of 100,000 characters", body("    use(" + "x".repeat(100_000) + ");\n"));
    all.put("a chain of 5,000 else-ifs", body(elseIfs(5_000)));
    all.put("a chain of 900 else-ifs", body(elseIfs(900)));
    all.put("3,000 nested blocks", body(nested(3_000, "{", "}")));
    all.put("700 nested blocks", body(nested(700, "{", "}")));
    all.put("300 nested ifs", body(nested(300, "if (x > 0) {", "}")));
    all.put("3,000 nested parentheses", body("    use(" + nested(3_000, "(", ")") + ");\n"));
    all.put("10 nested lambdas", body(nested(10, "use(() -> {", "});") + "\n"));
    all.put("40 nested lambdas", body(nested(40, "use(() -> {", "});") + "\n"));
    all.put(
        "10 nested anonymous classes", body(nested(10, "new A() { void f() { ", "} };") + "\n"));
    all.put(
        "40 nested anonymous classes", body(nested(40, "new A() { void f() { ", "} };") + "\n"));
    all.put(
        "40 nested switch expressions",
        body(nested(40, "use(switch (x) { default -> { ", "} });") + "\n"));
    all.put("400 nested classes", body(nested(400, "class C { void f() {", "}}")));
    all.put(
        "3,000 nested calls",
        body("    use(" + nested(3_000, "use(", ")").replace("()", "(x)") + ");\n"));
    all.put("10,000 terms", body("    use(" + lines(10_000, i -> "\"a\" + ") + "x);\n"));
    all.put("1,000 terms", body("    use(" + lines(1_000, i -> "\"a\" + ") + "x);\n"));
    all.put("10,000 chained calls", body("    use(x" + lines(10_000, i -> ".f()") + ");\n"));
    all.put("1,000 chained calls", body("    use(x" + lines(1_000, i -> ".f()") + ");\n"));
    all.put(
        "10,000 parameters",
        "import dev.flor.Flor;\nclass A {\n  void f(int x" + lines(10_000, i -> ", int p" + i)
            + ") {\n    use(x);\n    " + PROBE + "    use(p7);\n  }\n}\n");
    all.put(
        "an array of 50,000 numbers",
        body("    int[] a = {" + lines(50_000, i -> i + ", ") + "};\n"));
    all.put(
        "a switch of 5,000 cases",
        body("    switch (x) {\n"
            + lines(5_000, i -> "      case " + i + ":\n        use(" + i + ");\n        break;\n")
            + "    }\n"));
    all.put(
        "2,000 nested type arguments",
        body("    " + nested(2_000, "A<", ">").replace("<>", "<B>") + " a = null;\n"));
    all.put("5,000 array brackets", body("    int" + "[]".repeat(5_000) + " a = null;\n"));
    all.put("5,000 casts", body("    use(" + "(int) ".repeat(5_000) + "x);\n"));
    all.put("5,000 minus signs", body("    use(" + "- ".repeat(5_000) + "x);\n"));
    all.put(
        "2,000 conditionals",
        body("    use(" + lines(2_000, i -> "x > " + i + " ? " + i + " : ") + "0);\n"));
    all.put("2,000 assignments in a row", body("    x" + " = x".repeat(2_000) + ";\n"));
    all.put("3,000 labels", body("    " + lines(3_000, i -> "l" + i + ": ") + "use(x);\n"));
    all.put("20,000 empty statements", body(";".repeat(20_000) + "\n"));
    all.put("20,000 imports", lines(20_000, i -> "import a.B" + i + ";\n") + body("    use(x);\n"));
    all.put("5,000 annotations", body(lines(5_000, i -> "@A ") + "int y = 0;\n"));
    all.put(
        "5,000 fields and constants",
        "import dev.flor.Flor;\nclass A {\n" + lines(5_000, i -> "  int f" + i + " = " + i + ";\n")
            + "  void f(int x) {\n    use(f7);\n    " + PROBE + "    use(f8);\n  }\n}\n");
    return all;
  }

  /** The same file, a little different and without the log statement. */
  static String older(String text) {
    return text.replace(PROBE, "").replace("use(x + 77)", "use(x + 78)").replace("f77(", "g77(");
  }

  private static String methods(int count, int length) {
    return "import dev.flor.Flor;\nclass A {\n"
        + lines(
            count,
            i -> "  void f" + i + "(int x) {\n"
                + lines(length - 1, k -> "    use(x * " + i + " + " + k + ");\n")
                + (i == count / 2 ? "    use(y);\n    " + PROBE : "") + "    use(x - " + i
                + ");\n  }\n")
        + "}\n";
  }

  private static String body(String middle) {
    return "import dev.flor.Flor;\nclass A {\n  void f(int x, int y) {\n    start(x);\n    int z = x + y;\n"
        + middle + "    middle(z);\n    " + PROBE + "    end(z);\n" + "  }\n}\n";
  }

  private static String elseIfs(int count) {
    return lines(
            count,
            i -> (i == 0 ? "    if" : " else if") + " (x == " + i + ") {\n      use(" + i
                + ");\n    }")
        + "\n";
  }

  private static String nested(int depth, String open, String close) {
    return open.repeat(depth) + close.repeat(depth);
  }

  private static String lines(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }
}
