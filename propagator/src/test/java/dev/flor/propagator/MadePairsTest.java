package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of files give the answer of whole ones, also where much of a member is gone, new, or in another one: pairs of files made at random. */
class MadePairsTest {
  private static final List<String> STATEMENTS = List.of(
      "if (gone(i) && lost.of(i) > limit(i)) { throw new Error(\"gone\" + i); }",
      "names.put(\"k\", i);",
      "for (int j = 0; j < i; j++) { step(j); }",
      "total += weight(i) * factor;",
      "verify(i, names);",
      "first(i);",
      "queue.add(make(i, 3), other);",
      "while (busy(i)) { await(i); }",
      "cache.remove(key(i));",
      "int n = sizeOf(i);",
      "log.add(n(i), \"x\");",
      "try { open(i).read(); } catch (Exception e) { fail(e); }",
      "state = next(state, i);",
      "list.get(i).run();",
      "if (i > 3) { return; }",
      "count++;",
      "synchronized (this) { notifyAll(); }",
      "flush();",
      "String s = text(i) + \"a\";",
      "done.set(true);");
  private static final int PAIRS = 400;
  private static final String REMARK = "// what is at hand in this step\n    ";
  private static final String LOG = "Flor.log(\"i\", i)";

  private record Pair(String latest, String older) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void partsOfThemGiveTheAnswerOfWholeFiles(long seed) {
    Random random = new Random(seed);
    int narrow = 0;
    for (int i = 0; i < PAIRS; i++) {
      Pair pair = pair(random);
      List<Probe> probes = List.of(probe(pair.latest()));
      SourceTree latest = tree(pair.latest());
      SourceTree older = tree(pair.older());
      ParsedTexts texts = new ParsedTexts(new Glimpses());
      if (NarrowCarrier.carry("A.java", probes, latest, older, texts).isPresent()) {
        narrow++;
        assertThat(
                new Propagator(CompileCheck.NONE).carry(probes, latest, older).texts())
            .as("%s", pair)
            .isEqualTo(Propagator.ofWholeFiles(CompileCheck.NONE)
                .carry(probes, latest, older)
                .texts());
      }
    }
    assertThat(narrow).isGreaterThan(PAIRS / 3);
  }

  /** Versions of a file that differ in other members, in what is outside of members, in the member itself, or in how they are laid out. */
  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void whatIsKnownFromOneVersionIsWhatTheNextOneGives(long seed) {
    Random random = new Random(seed);
    int known = 0;
    for (int i = 0; i < PAIRS / 4; i++) {
      Pair pair = pair(random);
      String remarking = pair.latest().replace(LOG, random.nextBoolean() ? LOG : REMARK + LOG);
      List<Probe> probes = List.of(probe(remarking));
      SourceTree latest = tree(remarking);
      DraftedCarry carry = new DraftedCarry(probes, latest);
      String older = pair.older();
      for (int version = 0; version < 10; version++) {
        SourceTree searched = new SearchedTexts(new TreeMap<>(Map.of("A.java", older)));
        Propagation afresh = new Propagator(CompileCheck.NONE).carry(probes, latest, tree(older));
        Optional<Propagation> before = carry.known(searched);
        if (before.isPresent()) {
          known++;
          assertThat(before.get()).as("%s", older).isEqualTo(afresh);
        }
        carry.carry(searched);
        older = changed(older, random);
      }
    }
    assertThat(known).isGreaterThan(PAIRS / 4);
  }

  private static String changed(String older, Random random) {
    String some = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
    return switch (random.nextInt(9)) {
      case 7 -> older.replaceFirst("(void other\\(.*\\R)", "$1    " + REMARK + "\n");
      case 8 -> older.replaceFirst("\\}\\R\\s+void run", "} void run");
      case 0 ->
        older.replaceFirst(
            "(void other\\(.*\\R)", "$1    " + Matcher.quoteReplacement(some) + "\n");
      case 1 -> older.replaceFirst("(void other\\(.*\\R).*\\R", "$1");
      case 2 ->
        older.replaceFirst(
            "class A \\{\\R",
            "class A {\n"
                + Matcher.quoteReplacement(member("more" + random.nextInt(3), List.of(some))));
      case 3 -> older.replaceFirst("class A", "/* another */\nclass A");
      case 4 ->
        older.replaceFirst("(void run\\(.*\\R)", "$1    " + Matcher.quoteReplacement(some) + "\n");
      case 5 ->
        older.contains("\r\n") ? older.replace("\r\n", "\n") : older.replaceAll("\\R", "\r\n");
      default -> older.replaceFirst("import dev.flor.Flor;\\R", "");
    };
  }

  /** With variables renamed or not, the older member has some of the statements, and others; another member, in one version or both, has some, too. */
  private static Pair pair(Random random) {
    List<String> all = new ArrayList<>(STATEMENTS);
    Collections.shuffle(all, random);
    List<String> run = new ArrayList<>(all.subList(0, 5 + random.nextInt(8)));
    double kept = 0.3 + random.nextDouble() / 2;
    List<String> older = new ArrayList<>();
    run.stream().filter(each -> random.nextDouble() < kept).forEach(older::add);
    for (int more = random.nextInt(4); more > 0; more--) {
      older.add(random.nextInt(older.size() + 1), all.get(random.nextInt(all.size())));
    }
    List<String> other = new ArrayList<>();
    for (int more = random.nextInt(6); more > 0; more--) {
      String some = all.get(random.nextInt(all.size()));
      other.add(random.nextBoolean() ? some : some.replaceAll("\\bi\\b", "k") + " // " + more);
    }
    run.add(random.nextInt(run.size() + 1), LOG + ";");
    String beside = random.nextBoolean() ? member("other", other) : "";
    boolean before = random.nextBoolean();
    return new Pair(
        file(member("run", run) + (random.nextBoolean() ? beside : "")),
        file((before ? beside : "") + member("run", older) + (before ? "" : beside)));
  }

  private static String file(String members) {
    return "import dev.flor.Flor;\n\nclass A {\n" + members + "}\n";
  }

  private static String member(String name, List<String> statements) {
    return "  void " + name + "(int i, int k) {\n    " + String.join("\n    ", statements)
        + "\n  }\n";
  }

  private static Probe probe(String latest) {
    int start = latest.indexOf(LOG);
    int line =
        1 + (int) latest.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Probe("A.java", line, Optional.of("i"), LOG, new Span(start, start + LOG.length()));
  }

  private static SourceTree tree(String text) {
    return SourceTree.of(new TreeMap<>(Map.of("A.java", text)));
  }
}
