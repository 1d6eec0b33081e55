package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementPatternsTest {
  private static final String SLF4J = "import org.slf4j.Logger;\nimport org.slf4j.LoggerFactory;\n";
  private static final String FIELD =
      "  static final Logger LOG = LoggerFactory.getLogger(A.class);\n";

  @Test
  void aLoggerIsToldByTheTypeOfItsField() {
    String text =
        inMethod(SLF4J, FIELD, "LOG.info(\"a {}\", 1); other.info(1); this.LOG.warn(\"b\");");
    assertThat(found(text, "slf4j"))
        .containsExactly("LOG.info(\"a {}\", 1);", "this.LOG.warn(\"b\");");
    assertThat(found(text, "log4j2", "jul", "system-logger", "print", "flor")).isEmpty();
  }

  @Test
  void eachLibraryHasItsOwnSet() {
    String body = "log.info(\"a\"); log.log(X, \"b\");";
    assertThat(found(
            inMethod("import org.apache.logging.log4j.Logger;\n", " Logger log;\n", body),
            "log4j2"))
        .hasSize(2);
    assertThat(found(inMethod("import java.util.logging.*;\n", " Logger log;\n", body), "jul"))
        .hasSize(2);
    assertThat(found(inMethod("", " System.Logger log;\n", body), "system-logger"))
        .hasSize(1);
    assertThat(found(
            inMethod("import java.lang.System.Logger;\n", " Logger log;\n", body), "system-logger"))
        .hasSize(1);
    assertThat(
            found(inMethod("import org.apache.log4j.Logger;\n", " Logger log;\n", body), "log4j"))
        .hasSize(2);
    assertThat(found(
            inMethod("import org.apache.commons.logging.Log;\n", " Log log;\n", body),
            "commons-logging"))
        .hasSize(1);
  }

  @Test
  void whatIsPrinted() {
    String text = inMethod(
        "",
        "",
        "System.out.println(1); System.err.printf(\"a\"); e.printStackTrace(); System.out.flush();");
    assertThat(found(text, "print")).hasSize(3);
    assertThat(found(
            inMethod("import static java.lang.System.out;\n", "", "out.println(1);"), "print"))
        .hasSize(1);
  }

  @Test
  void lombokDeclaresLoggers() {
    for (Map.Entry<String, String> set : Map.of(
            "Slf4j", "slf4j", "Log4j2", "log4j2", "Log", "jul", "CommonsLog", "commons-logging")
        .entrySet()) {
      String text = "@" + set.getKey() + "\n" + inMethod("", "", "log.info(\"a\");");
      assertThat(found(text, set.getValue())).as(set.getKey()).hasSize(1);
      assertThat(found(text, set.getKey().equals("Slf4j") ? "jul" : "slf4j")).isEmpty();
    }
  }

  @Test
  void anInheritedLoggerIsLookedUpInTheProject() {
    SourceTree tree = tree(
        "A.java",
        "class A extends Base { void f() { logger.info(\"a\"); log().info(\"b\"); } }",
        "Base.java",
        SLF4J + "class Base { protected Logger logger; Logger log() { return logger; } }");
    assertThat(Probes.findAll(tree, patterns("slf4j")).probes()).hasSize(2);
    assertThat(Probes.findAll(tree, patterns("jul")).probes()).isEmpty();
  }

  @Test
  void oneThatNothingDeclaresIsTakenByItsName() {
    String text =
        inMethod("", "", "logger.info(\"a\"); getLogger().warn(\"b\"); customers.info(\"c\");");
    assertThat(found(text, "slf4j"))
        .containsExactly("logger.info(\"a\");", "getLogger().warn(\"b\");");
  }

  @Test
  void aTypeOfTheProjectThatIsCalledLikeALoggerIsNone() {
    SourceTree tree = tree(
        "A.java", "class A { Logger log; void f() { log.info(\"a\"); } }",
        "Logger.java", "class Logger { void info(String s) {} }");
    assertThat(Probes.findAll(tree, patterns("slf4j", "jul", "log4j2")).probes())
        .isEmpty();
  }

  @Test
  void aStaticallyImportedLoggerIsLookedUpInTheProject() {
    SourceTree tree = tree(
        "p/A.java",
        "package p; import static p.Logs.MAIN; class A { void f() { MAIN.info(\"a\"); Logs.MAIN.info(\"b\"); } }",
        "p/Logs.java",
        "package p; " + SLF4J + "class Logs { static Logger MAIN; }");
    assertThat(Probes.findAll(tree, patterns("slf4j")).probes()).hasSize(2);
  }

  @Test
  void fluentCallsAndLoggersMadeInPlaceCount() {
    String text = inMethod(
        SLF4J,
        FIELD,
        "LOG.atInfo().addArgument(1).log(\"a\"); LoggerFactory.getLogger(A.class).info(\"b\");"
            + " var here = LoggerFactory.getLogger(A.class); here.info(\"c\"); LOG.atInfo();");
    assertThat(found(text, "slf4j")).hasSize(3);
  }

  @Test
  void lambdasCasesAndBodiesWithoutBracesCount() {
    String text = inMethod(
        SLF4J,
        FIELD,
        "list.forEach(x -> LOG.info(\"a\")); if (n > 0) LOG.info(\"b\");"
            + " switch (n) { case 1 -> LOG.info(\"c\"); default -> {} }");
    assertThat(found(text, "slf4j")).hasSize(3);
  }

  @Test
  void aUserHasPatternsOfTheirOwn() {
    TreeMap<String, List<String>> own = new TreeMap<>(
        Map.of("metrics", List.of("Metrics.record(*)", "counter.increment()", "*.Audit.*(*)")));
    StatementPatterns metrics = StatementPatterns.of(List.of("metrics"), own);
    String text = inMethod(
        "import static m.Metrics.record;\nimport x.Audit;\n",
        " Metrics all; Audit audit;\n",
        "Metrics.record(1, 2); record(3); all.record(4); counter.increment(); this.counter.increment();"
            + " counter.increment(2); other.increment(); audit.note(); Audit.note(1); int n = Metrics.record(5);");
    assertThat(Probes.findAll(tree("A.java", text), metrics).probes()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f(*)", "a.b()", "*.f(*)", "a.B.f*(*)", "log().info(*)", " a.f() "})
  void isAPattern(String text) {
    assertThat(StatementPatterns.isPattern(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "f", "f(", "a..f()x", "f(int)", "a b()", ".f()"})
  void isNoPattern(String text) {
    assertThat(StatementPatterns.isPattern(text)).isFalse();
  }

  @Test
  void aStatementOfTwoSetsIsOneProbe() {
    String text =
        inMethod("import dev.flor.Flor;\n" + SLF4J, FIELD, "LOG.info(\"{}\", Flor.log(\"n\", 1));");
    assertThat(found(text, "flor", "slf4j")).containsExactly("Flor.log(\"n\", 1)");
  }

  @Test
  void aFileWithoutSuchACallIsNotEvenParsed() {
    assertThat(Probes.findAll(tree("A.java", "class { info nonsense"), patterns("slf4j"))
            .unreadable())
        .isEmpty();
  }

  private static List<String> found(String text, String... sets) {
    return Probes.findAll(tree("A.java", text), patterns(sets)).probes().stream()
        .map(Probe::text)
        .toList();
  }

  private static StatementPatterns patterns(String... sets) {
    return StatementPatterns.of(List.of(sets), new TreeMap<>());
  }

  private static String inMethod(String imports, String fields, String body) {
    return imports + "class A {\n" + fields + "  void f(int n) {\n    " + body + "\n  }\n}\n";
  }

  private static SourceTree tree(String... pathsAndTexts) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return SourceTree.of(texts);
  }
}
