package dev.flor.propagator.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes a text worse, in one to four ways. */
final class Mutations {
  private static final List<String> TOKENS = List.of(
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      "<",
      ">",
      ";",
      ",",
      ".",
      "->",
      "::",
      "@",
      "...",
      "\"",
      "'",
      "\"\"\"",
      "/*",
      "*/",
      "//",
      "\\",
      "\\u",
      "\\u0022",
      "\\u000a",
      "\\ud800",
      "\\q",
      "class",
      "record",
      "enum",
      "interface",
      "sealed",
      "if",
      "else",
      "for",
      "while",
      "do",
      "try",
      "catch",
      "finally",
      "switch",
      "case",
      "default",
      "yield",
      "var",
      "return",
      "this",
      "super",
      "new",
      "null",
      "int",
      "0x",
      "1e",
      "0b2",
      "1_",
      "'ab'",
      "L",
      "final",
      "static",
      "import",
      "package",
      "module",
      "_",
      "$",
      "non-sealed",
      "when",
      "instanceof",
      "Flor.log(\"z\", 1);",
      "import dev.flor.Flor;",
      "synchronized",
      "throws",
      "?",
      ":",
      "+",
      "-",
      "=",
      "==",
      "&&",
      "!",
      "~",
      "%",
      ">>>",
      "<<=",
      "#",
      "`",
      "a.b.c.",
      "int x = 1;",
      "x -> {",
      "() -> ",
      "case 1 ->");
  private static final String CHARS =
      "\0\t\r\n\f\u000b\u001a \u0085\u00a0\u2028\u2029\ufeff\ud800\udc00\uffff\u00e9\u4e2d\u0130\"'\\{}();/*";

  private Mutations() {}

  static String of(String text, Random random) {
    String mutated = text;
    boolean mild = random.nextBoolean();
    int count = 1 + random.nextInt(mild ? 2 : 4);
    for (int k = 0; k < count; k++) {
      mutated = mild ? mildly(mutated, random) : once(mutated, random);
    }
    return mutated.length() > 40_000 ? mutated.substring(0, 40_000) : mutated;
  }

  private static String once(String text, Random random) {
    int a = random.nextInt(text.length() + 1);
    int length = random.nextInt(random.nextBoolean() ? 12 : 400);
    int b = Math.min(text.length(), a + length);
    String range = text.substring(a, b);
    return switch (random.nextInt(14)) {
      case 0 -> text.substring(0, a);
      case 1 -> text.substring(a);
      case 2 -> text.substring(0, a) + text.substring(b);
      case 3 -> text.substring(0, a) + range + text.substring(a);
      case 4 -> swapped(text, a, b, random);
      case 5, 6, 7 -> text.substring(0, a) + " " + pick(random) + " " + text.substring(a);
      case 8 ->
        text.substring(0, a) + CHARS.charAt(random.nextInt(CHARS.length())) + text.substring(a);
      case 9 -> flipped(text, a, random);
      case 10 -> text.substring(0, a) + deep(random) + text.substring(a);
      case 11 -> lines(text, random);
      case 12 -> range.isEmpty() ? text : text.replace(range, pick(random));
      default -> without(text, random);
    };
  }

  /** What often leaves a file that parses: a line or a word less, twice, or somewhere else. */
  private static String mildly(String text, Random random) {
    boolean lines = random.nextBoolean();
    List<String> parts = new ArrayList<>(List.of(text.split(lines ? "(?<=;\n)" : "\\b", -1)));
    int a = random.nextInt(parts.size());
    int b = random.nextInt(parts.size());
    switch (random.nextInt(lines ? 4 : 2)) {
      case 0 -> parts.set(a, parts.get(b));
      case 1 -> Collections.swap(parts, a, b);
      case 2 -> parts.remove(a);
      default -> parts.add(a, parts.get(b));
    }
    return String.join("", parts);
  }

  private static String pick(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private static String swapped(String text, int a, int b, Random random) {
    int c = b + random.nextInt(text.length() - b + 1);
    int d = Math.min(text.length(), c + random.nextInt(200));
    return text.substring(0, a)
        + text.substring(c, d)
        + text.substring(b, c)
        + text.substring(a, b)
        + text.substring(d);
  }

  private static String flipped(String text, int at, Random random) {
    return at == text.length()
        ? text
        : text.substring(0, at)
            + (char) (text.charAt(at) ^ (1 << random.nextInt(16)))
            + text.substring(at + 1);
  }

  /** Something nested or repeated, mostly a little, now and then a lot. */
  private static String deep(Random random) {
    int depth = 1 + random.nextInt(random.nextInt(12) == 0 ? 900 : 30);
    return switch (random.nextInt(8)) {
      case 0 -> "{".repeat(depth) + "}".repeat(depth);
      case 1 -> "(".repeat(depth) + "1" + ")".repeat(depth);
      case 2 -> "if (a) { } else ".repeat(depth) + "{ }";
      case 3 -> "1 + ".repeat(depth) + "1";
      case 4 -> "() -> { ".repeat(Math.min(depth, 60)) + "}".repeat(Math.min(depth, 60));
      case 5 -> "f(".repeat(Math.min(depth, 60)) + ")".repeat(Math.min(depth, 60)) + ";";
      case 6 -> "class C { ".repeat(depth) + "}".repeat(depth);
      default -> "x".repeat(depth * 20);
    };
  }

  private static String lines(String text, Random random) {
    List<String> ends = List.of("\r\n", "\r", "\n", "\n\r", " ", "\u2028");
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(line).append(ends.get(random.nextInt(random.nextBoolean() ? 3 : ends.size())));
    }
    return out.toString();
  }

  /** Without one of the signs that come in pairs. */
  private static String without(String text, Random random) {
    String sign = "{}()\"[];".substring(random.nextInt(8)).substring(0, 1);
    int at = text.indexOf(sign, random.nextInt(text.length() + 1));
    return at < 0 ? text : text.substring(0, at) + text.substring(at + 1);
  }
}
