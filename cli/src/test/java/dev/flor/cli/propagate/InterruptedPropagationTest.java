package dev.flor.cli.propagate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Propagations that are stopped at some moment, gently and not, and given again. {@code -Dflor.kills=50} for the long form. */
class InterruptedPropagationTest {
  private static final String[] COMMAND = {
    "propagate", "--since", "1970-01-01", "--json", "--apply-to-refs", "--fail-on", "none"
  };

  @TempDir
  Path temporary;

  private Given versions() {
    Given given = Given.repository(temporary);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      body.append("    int v" + i + " = x + " + i + ";\n");
      for (String name : new String[] {"A", "B", "C"}) {
        given.file("src/demo/" + name + ".java", source(name, body.toString(), ""));
      }
      given.commit("v" + i);
    }
    for (String name : new String[] {"A", "B", "C"}) {
      given.file(
          "src/demo/" + name + ".java",
          source(name, body.toString(), "    dev.flor.Flor.log(\"x" + name + "\", x);\n"));
    }
    return given;
  }

  private static String source(String name, String body, String last) {
    return "package demo;\n\nclass " + name + " {\n  void run(int x) {\n" + body + last
        + "  }\n}\n";
  }

  @Test
  void whateverTheMomentTheNextCommandGivesWhatAnUninterruptedOneGives() throws Exception {
    Given given = versions();
    SortedMap<String, String> before = files(given);
    String expected = given.flor(COMMAND).exits(ExitCode.DONE).out();
    String refs = given.git("for-each-ref", "refs/flor");
    long whole = size(given);
    Random random = new Random(11);
    int kills = Integer.getInteger("flor.kills", 2);
    int stopped = 0;
    for (int i = 0; i < kills; i++) {
      given.flor("undo").exits(ExitCode.DONE);
      Outputs.delete(given.path(".flor"));
      stopped += stop(given, random, i % 2 == 0 ? "KILL" : "INT", whole) ? 1 : 0;
      assertThat(given.git("fsck", "--no-dangling")).isEmpty();
      Given.Answer next = given.flor(COMMAND).exits(ExitCode.DONE);
      assertThat(next.out()).isEqualTo(expected);
      assertThat(given.git("for-each-ref", "refs/flor")).isEqualTo(refs);
      assertThat(given.git("fsck", "--no-dangling")).isEmpty();
      assertThat(files(given)).isEqualTo(before);
      assertNoStrayFiles(given);
    }
    assertThat(stopped).as("runs that were really stopped").isGreaterThan(0);
  }

  /** At a random share of what is kept, or as soon as refs are about to be written; whether it came before the end. */
  private static boolean stop(Given given, Random random, String signal, long whole)
      throws IOException, InterruptedException {
    long enough = 1 + (long) (random.nextDouble() * whole);
    boolean atRefs = random.nextInt(3) == 0;
    Process flor = new ProcessBuilder(given.mainCommand(COMMAND))
        .directory(given.path("").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    while (!flor.waitFor(5, TimeUnit.MILLISECONDS)
        && !(atRefs
            ? Files.exists(given.path(".flor/hindsight/pending"))
            : size(given) >= enough)) {
      // Nothing to do but to look again.
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(flor.pid())).start().waitFor();
    return flor.waitFor() != 0;
  }

  private static long size(Given given) {
    try (Stream<Path> all = Files.walk(given.path(".flor/propagations"))) {
      long total = 0;
      for (Path file : (Iterable<Path>) all::iterator) {
        total += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
      return total;
    } catch (NoSuchFileException notYet) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of the user's: the working tree, and of git what is neither an object nor flor's ref. */
  private static SortedMap<String, String> files(Given given) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(given.path(""))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = given.path("").relativize(file).toString();
        if (!name.startsWith(".flor")
            && !name.startsWith(".git/objects")
            && !name.startsWith(".git/refs/flor")) {
          found.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return found;
  }

  private static void assertNoStrayFiles(Given given) throws IOException {
    try (Stream<Path> all = Files.walk(given.path(".git"))) {
      assertThat(all.filter(Files::isRegularFile).map(Path::toString))
          .noneMatch(name -> name.endsWith(".lock")
              || name.contains("tmp_")
              || name.endsWith(".tmp")
              || name.contains("insert_"));
    }
    assertThat(given.git("count-objects", "-v")).contains("garbage: 0");
    try (Stream<Path> all = Files.list(given.path(".flor/hindsight"))) {
      assertThat(all.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("lock", "last");
    }
  }
}
