package dev.flor.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.SourceTree;
import dev.flor.propagator.StatementPatterns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which statements are let in where there are sources and no libraries. */
class JavacCheckTest {
  private static final String LOGGER =
      "  private static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(A.class);\n";

  @Test
  void anUnreachableStatementIsRefused() {
    refused(
        "int f(int n) {\n int x = n;\n while (true) {\n if (x > 9) break;\n x += n;\n }\n @ return x;\n }",
        "int f(int n) {\n int x = n;\n while (true) {\n if (x > 9) return x;\n x += n;\n }\n }",
        "log.info(\"done {}\", x);",
        "unreachable statement in `log.info(\"done {}\", x);`");
  }

  @Test
  void aVariableThatIsNotSureToBeAssignedIsRefused() {
    refused(
        "int f(int n) {\n int x = n + 1;\n @ prepare(n);\n x += n;\n return x;\n }\n void prepare(int n) {}",
        "int f(int n) {\n int x;\n prepare(n);\n x = n + 1;\n x += n;\n return x;\n }\n void prepare(int n) {}",
        "log.info(\"x {}\", x);",
        "variable x might not have been initialized");
  }

  @Test
  void aVariableOfALambdaThatIsNotFinalIsRefused() {
    refused(
        "void f(java.util.List<String> all) {\n int n = all.size();\n for (String s : all) {\n @ handle(s);\n }\n }\n void handle(String s) {}",
        "void f(java.util.List<String> all) {\n int n = 0;\n n = all.size();\n all.forEach(s -> {\n handle(s);\n });\n }\n void handle(String s) {}",
        "log.info(\"{} of {}\", s, n);",
        "effectively final");
  }

  @Test
  void anUnreportedExceptionIsRefused() {
    refused(
        "void f(int n) throws Exception {\n int x = n * 2;\n @ use(x);\n }\n void use(int x) {}\n int g(int x) throws Exception { return x; }",
        "void f(int n) {\n int x = n * 2;\n use(x);\n }\n void use(int x) {}",
        "log.info(\"x {}\", g(x));",
        "unreported exception java.lang.Exception");
  }

  @Test
  void aMethodThatTheTypeLacksIsRefused() {
    refused(
        "void f(java.util.ArrayDeque<String> q) {\n q.clear();\n @ q.clear();\n }",
        "void f(java.util.ArrayList<String> q) {\n q.clear();\n q.clear();\n }",
        "log.info(\"last {}\", q.peekLast());",
        "");
  }

  @Test
  void aLoggerThatIsNoneIsRefused() {
    Propagation carried = carry(
        "class A {\n" + LOGGER
            + "  void f(int x) {\n    use(x);\n    log.info(\"x {}\", x);\n    use(x);\n  }\n  void use(int x) {}\n}\n",
        "class A {\n  java.io.PrintStream log;\n  void f(int x) {\n    use(x);\n    use(x);\n  }\n  void use(int x) {}\n}\n");
    assertThat(detail(carried)).contains("symbol:   method info", "PrintStream");
  }

  @Test
  void aFileOfANewerJavaThanThisIsNotJudged() {
    String older = """
        static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("a");
        int total = 0;

        void main() {
          for (int i = 0; i < 3; i++) {
            total += i;
          }
        }
        """;
    String latest =
        older.replace("total += i;\n", "total += i;\n    log.info(\"total {}\", total);\n");
    assertThat(detail(carry(latest, older))).isEmpty();
  }

  @Test
  void anErrorThatWasThereBeforeIsTolerated() {
    inserted(
        "int f(int n) {\n int y;\n use(y);\n use(n);\n @ use(n);\n return missing;\n }\n void use(int x) {}",
        "int f(int n) {\n int y;\n use(y);\n use(n);\n use(n);\n return missing;\n }\n void use(int x) {}",
        "log.info(\"n {}\", n);");
  }

  @Test
  void theSameErrorOnceMoreIsNotTolerated() {
    refused(
        "void f(int n) throws Exception {\n g(n);\n use(n);\n @ use(n);\n }\n void use(int x) {}\n int g(int x) throws Exception { return x; }",
        "void f(int n) {\n g(n);\n use(n);\n use(n);\n }\n void use(int x) {}\n int g(int x) throws Exception { return x; }",
        "log.info(\"x {}\", g(n));",
        "unreported exception java.lang.Exception");
  }

  @Test
  void whatAMissingSuperclassMayHaveIsTolerated() {
    String older =
        "class A extends org.lib.Base {\n  void f(int x) {\n    use(x);\n    use(x);\n  }\n  void use(int x) {}\n}\n";
    String latest = older.replaceFirst(
        "    use\\(x\\);\n", "    use(x);\n    logger.info(\"x {} {}\", x, name());\n");
    assertThat(detail(carry(latest, older))).isEmpty();
  }

  @Test
  void whatAnAnnotationProcessorMakesIsTolerated() {
    String older =
        "@lombok.extern.slf4j.Slf4j\nclass A {\n  void f(int x) {\n    use(x);\n    use(x);\n  }\n  void use(int x) {}\n}\n";
    String latest =
        older.replaceFirst("    use\\(x\\);\n", "    use(x);\n    log.info(\"x {}\", x);\n");
    assertThat(detail(carry(latest, older))).isEmpty();
  }

  @Test
  void whatAnAnnotationProcessorMakesHidesWhatTheSuperclassHas() {
    String base = "class B {\n  private static final java.util.logging.Logger log = null;\n}\n";
    String older =
        "@lombok.extern.slf4j.Slf4j\nclass A extends B {\n  void f(int x) {\n    use(x);\n    use(x);\n  }\n  void use(int x) {}\n}\n";
    String latest =
        older.replaceFirst("    use\\(x\\);\n", "    use(x);\n    log.info(\"x {}\", x);\n");
    assertThat(detail(carry(
            tree(Map.of("A.java", latest, "B.java", base)),
            tree(Map.of("A.java", older, "B.java", base)))))
        .isEmpty();
    String bare = older.replaceFirst("@.*\n", "");
    assertThat(detail(carry(
            tree(Map.of("A.java", latest, "B.java", base)),
            tree(Map.of("A.java", bare, "B.java", base)))))
        .contains("private access");
  }

  @Test
  void aConstantOfALibraryIsTolerated() {
    String older =
        "package a;\n\nimport com.lib.Reply.Status;\n\nclass A {\n  void f(int x) {\n    use(x);\n    use(x);\n  }\n  void use(int x) {}\n"
            + LOGGER + "}\n";
    String latest = older.replaceFirst(
        "    use\\(x\\);\n", "    use(x);\n    log.info(\"x {}\", Status.GONE.code());\n");
    assertThat(detail(carry(latest, older))).isEmpty();
    String unknown = latest.replace("Status.GONE", "State.GONE");
    assertThat(detail(carry(unknown, older))).isNotEmpty();
  }

  @Test
  void aTypeOfALibraryIsTolerated() {
    String older =
        "package a;\n\nclass A {\n  void f(int x) {\n    use(x);\n    use(x);\n  }\n  void use(int x) {}\n}\n";
    String latest = older
        .replace(
            "class A {\n",
            "import com.lib.Texts;\nimport org.slf4j.Logger;\nimport org.slf4j.LoggerFactory;\n\nclass A {\n  private static final Logger log = LoggerFactory.getLogger(A.class);\n")
        .replaceFirst("    use\\(x\\);\n", "    use(x);\n    log.info(\"x {}\", Texts.of(x));\n");
    assertThat(detail(carry(latest, older))).isEmpty();
  }

  @Test
  void membersOfOtherFilesAreKnown() {
    SourceTree latest = tree(Map.of(
        "a/A.java",
        "package a;\n\nclass A {\n" + LOGGER
            + "  void f(B b) {\n    b.go();\n    log.info(\"b {}\", b.size());\n    b.go();\n  }\n}\n",
        "a/B.java",
        "package a;\n\nclass B {\n  void go() {}\n  int size() { return 1; }\n}\n"));
    String older = "package a;\n\nclass A {\n" + LOGGER
        + "  void f(B b) {\n    b.go();\n    b.go();\n  }\n}\n";
    String with = "package a;\n\nclass B extends C {\n  void go() {}\n}\n";
    String base = "package a;\n\nclass C {\n  %s\n}\n";
    assertThat(detail(carry(
            latest,
            tree(Map.of(
                "a/A.java",
                older,
                "a/B.java",
                with,
                "a/C.java",
                base.formatted("int size() { return 1; }"))))))
        .isEmpty();
  }

  @Test
  void oldNamesAreNoKeywords() {
    String older = "class A {\n" + LOGGER
        + "  void f(int _) {\n    use(_);\n    use(_);\n  }\n  void use(int x) {}\n}\n";
    String latest =
        older.replaceFirst("    use\\(_\\);\n", "    use(_);\n    log.info(\"x {}\", _);\n");
    assertThat(detail(carry(latest, older))).isEmpty();
    String bad = latest.replace("\"x {}\", _", "\"x {}\", Math.none(_)");
    assertThat(detail(carry(bad, older))).contains("cannot find symbol");
  }

  private static void inserted(String now, String then, String statement) {
    assertThat(detail(carry(latest(now, statement), older(then)))).isEmpty();
  }

  private static void refused(String now, String then, String statement, String why) {
    assertThat(detail(carry(latest(now, statement), older(then)))).isNotEmpty().contains(why);
  }

  private static String latest(String members, String statement) {
    return older(members.replace("@", statement + "\n"));
  }

  private static String older(String members) {
    return "class A {\n" + LOGGER + members + "\n}\n";
  }

  private static String detail(Propagation carried) {
    Placement placement = carried.placements().get(0);
    return placement instanceof Placement.Refused no
        ? no.reason().id() + ": " + no.detail()
        : placement instanceof Placement.Present ? "present" : "";
  }

  private static Propagation carry(String latest, String older) {
    return carry(tree(Map.of("A.java", latest)), tree(Map.of("A.java", older)));
  }

  private static Propagation carry(SourceTree latest, SourceTree older) {
    StatementPatterns patterns = StatementPatterns.of(Set.of("slf4j"), new TreeMap<>());
    List<Probe> probes = Probes.findAll(latest, patterns).probes();
    return new Propagator(JavacCheck.ofSources(latest)).carry(probes, latest, older);
  }

  private static SourceTree tree(Map<String, String> texts) {
    return SourceTree.of(new TreeMap<>(texts));
  }
}
