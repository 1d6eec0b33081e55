package dev.flor.propagator.fuzz;

import dev.flor.propagator.metamorphic.Corpus;
import dev.flor.testdata.CaseFile;
import dev.flor.testdata.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

/** Pairs of texts to start from: the case files, and short real files with a log statement put in. */
final class Seeds {
  private static final int LONGEST = 5_000;

  private final List<Trial> pairs = new ArrayList<>();

  Seeds() {
    for (CaseFile file : Cases.in("propagation")) {
      SortedMap<String, String> latest = file.files("latest", "A.java");
      SortedMap<String, String> older = file.files("older", "A.java");
      latest.forEach((path, text) -> {
        String other = older.getOrDefault(path, text);
        if (text.length() < LONGEST && other.length() < LONGEST) {
          pairs.add(new Trial(whole(text), whole(other)));
        }
      });
    }
    int at = 0;
    for (SortedMap<String, String> jar : Corpus.jars()) {
      for (String text : jar.values()) {
        String body = text.replaceFirst("(?s)\\A/\\*.*?\\*/", "");
        if (body.length() < LONGEST && at++ % 4 == 0) {
          if (!logging(body).equals(body)) {
            pairs.add(new Trial(logging(body), body));
          }
        }
      }
    }
  }

  private static String whole(String text) {
    return text.contains("class ")
            || text.contains("interface ")
            || text.contains("record ")
            || text.contains("enum ")
        ? text
        : "import dev.flor.Flor;\n\nclass Case {\n  void run() throws Exception {\n" + text
            + "  }\n}\n";
  }

  private static String logging(String text) {
    int at = text.indexOf(";\n        ", Math.max(0, text.indexOf(") {")));
    return at < 0
        ? text
        : text.substring(0, at + 2) + "        dev.flor.Flor.log(\"z\", this);\n"
            + text.substring(at + 2);
  }

  Trial pick(Random random) {
    return pairs.get(random.nextInt(pairs.size()));
  }

  /** Number {@code n} of all that can be made: worse as latest, as older, or as both. */
  Trial mutated(int n) {
    Random random = new Random(0x9E3779B97F4A7C15L * (n + 1));
    random.nextInt();
    Trial base = pick(random);
    String worse = Mutations.of(base.latest(), random);
    return switch (random.nextInt(3)) {
      case 0 -> new Trial(worse, base.older());
      case 1 -> new Trial(base.latest(), Mutations.of(base.older(), random));
      default ->
        new Trial(
            worse,
            random.nextBoolean()
                ? Mutations.of(base.older(), random)
                : Mutations.of(worse, random));
    };
  }

  /** A line of the latest text, for a statement of any kind; 0 for none. */
  static int line(Trial trial, int n) {
    return n % 3 == 0
        ? 1 + new Random(n).nextInt(1 + (int) trial.latest().lines().count())
        : 0;
  }
}
