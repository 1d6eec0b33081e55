package dev.flor.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A large history that nobody wrote, as a stream for {@code git fast-import}: one commit that brings all files, of 2 to 20 kB, and then commits that
 * each change a method in three of them, one of those among the fifty that change often. The same numbers give the same commits.
 */
record MadeHistory(int files, int commits) {
  private static final int IN_A_PACKAGE = 100;
  private static final int LEAST_METHODS = 5;
  private static final int MORE_METHODS = 36;
  private static final int OFTEN_CHANGED = 50;
  private static final long BEGUN = 1_700_000_000L;
  private static final List<String> NAMES =
      List.of("total", "sum", "amount", "balance", "count", "weight");

  private static final List<String> LINES = List.of(
      "      NAME += given[i] * %d + limit;\n",
      "      NAME = Math.max(NAME, given[i] - %d);\n",
      "      limit = NAME ^ %d;\n",
      "      NAME -= given[i] << 2 | %d;\n");

  /** Which revision each method of one file is at. */
  private record Source(int number, List<Integer> revisions) {
    String path() {
      return "src/%s/%s.java".formatted(folder(number), type(number));
    }

    /** Another revision of a method, or, now and then, a method more. */
    void change(Random random) {
      if (random.nextInt(20) == 0) {
        revisions.add(0);
      } else {
        int method = random.nextInt(revisions.size());
        revisions.set(method, revisions.get(method) + 1);
      }
    }

    String text(int files) {
      int other = (int) (number * 7919L + 13) % files;
      StringBuilder text = new StringBuilder()
          .append("package %s;\n\nimport %s.%s;\n\n"
              .formatted(folder(number), folder(other), type(other)))
          .append("/** Number %d of many. */\npublic class %s {\n".formatted(number, type(number)))
          .append(
              "  private %s other;\n  private int limit = %d;\n".formatted(type(other), number));
      for (int method = 0; method < revisions.size(); method++) {
        text.append(method(method, revisions.get(method)));
      }
      return text.append("}\n").toString();
    }

    /** Each revision changes a line or adds one; every tenth gives the variable another name. */
    private String method(int method, int revision) {
      Random random = new Random(number * 1_000_003L + method * 1009L);
      int most = random.nextInt(100_000);
      int called = random.nextInt(LEAST_METHODS);
      List<Integer> factors = new ArrayList<>();
      for (int line = 3 + random.nextInt(8); line > 0; line--) {
        factors.add(random.nextInt(1000));
      }
      for (int change = 0; change < revision; change++) {
        int at = random.nextInt(factors.size());
        if (random.nextInt(4) == 0) {
          factors.add(at, random.nextInt(1000));
        } else {
          factors.set(at, random.nextInt(1000));
        }
      }
      String name = NAMES.get((number + method + revision / 10) % NAMES.size());
      StringBuilder body = new StringBuilder(
              "\n  public int step%d(int[] given) {\n".formatted(method))
          .append("    int %s = %d;\n    for (int i = 0; i < given.length; i++) {\n"
              .formatted(name, method));
      factors.forEach(factor ->
          body.append(LINES.get(factor % LINES.size()).replace("NAME", name).formatted(factor)));
      return body.append(
              "      if (%s > %d) {\n        %s -= other.step%d(given);\n      }\n    }\n"
                  .formatted(name, most, name, called))
          .append("    return %s;\n  }\n".formatted(name))
          .toString();
    }
  }

  private static String folder(int number) {
    return "p%03d".formatted(number / IN_A_PACKAGE);
  }

  private static String type(int number) {
    return "C%05d".formatted(number);
  }

  void writeTo(OutputStream out) throws IOException {
    Random random = new Random(files);
    List<Source> sources = new ArrayList<>();
    for (int number = 0; number < files; number++) {
      List<Integer> revisions = new ArrayList<>();
      for (int method = LEAST_METHODS + random.nextInt(MORE_METHODS); method > 0; method--) {
        revisions.add(0);
      }
      sources.add(new Source(number, revisions));
    }
    commit(out, 0, sources);
    for (int commit = 1; commit <= commits; commit++) {
      List<Source> changed = List.of(
          sources.get(random.nextInt(OFTEN_CHANGED) * (files / OFTEN_CHANGED)),
          sources.get(random.nextInt(files)),
          sources.get(random.nextInt(files)));
      changed.forEach(source -> source.change(random));
      commit(out, commit, changed);
    }
  }

  private void commit(OutputStream out, int number, List<Source> changed) throws IOException {
    print(
        out,
        "commit refs/heads/main\ncommitter Bench <bench@example.org> %d +0000\n"
            .formatted(BEGUN + 3600L * number));
    data(out, "Commit " + number + "\n");
    for (Source source : changed) {
      print(out, "M 100644 inline " + source.path() + "\n");
      data(out, source.text(files));
    }
  }

  private static void data(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    print(out, String.format(Locale.ROOT, "data %d\n", bytes.length));
    out.write(bytes);
    print(out, "\n");
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
