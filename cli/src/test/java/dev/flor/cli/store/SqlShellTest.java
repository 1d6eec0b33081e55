package dev.flor.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flor.cli.Given;
import dev.flor.cli.TinyProject;
import dev.flor.cli.io.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlShellTest {
  @TempDir
  Path temporary;

  private Given given;

  @BeforeEach
  void recorded() {
    given = TinyProject.committed(temporary);
    given.flor("run").exits(ExitCode.DONE);
  }

  @Test
  void aPipeAsksOneQueryAfterTheOther() {
    given
        .piping("""
            SELECT 'a;b' AS x, -- not; here
              COUNT(*) AS n FROM value
            WHERE name = 'loss'; SELECT 2 AS two;
            .format csv
            .columns checkpoint
            SELECT "ID" IS NULL AS "a;""b" FROM run""")
        .flor("sql")
        .exits(ExitCode.DONE)
        .prints("X    N\na;b  3\nTWO\n  2\n", "COLUMN_NAME,", "digest,", "\"a;\"\"b\"\nfalse\n");
  }

  @Test
  void aTableThatIsNotThereAndAQueryThatIsTooMuchAreALineEachAndTheShellGoesOn() {
    String endless = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
    Given.Answer answer = given
        .piping(".columns nosuch\n" + endless
            + ";\nSELECT REPEAT('xy', 2000000000);\nSELECT 1 AS one;\n")
        .flor("sql", "--format", "csv")
        .exits(ExitCode.FAILED)
        .prints("ONE\n1\n")
        .says("there is no table or view nosuch", "hint: there is: ");
    assertThat(answer.err().lines()).hasSize(6);
    assertThat(answer.out()).isEqualTo("ONE\n1\n");
  }

  @Test
  void aQueryThatTakesMoreMemoryThanThereIsEndsNoShell() {
    List<String> command = new ArrayList<>(List.of(
        "sh",
        "-c",
        "printf \"SELECT REPEAT('x', 2000000000);\\nSELECT 1 AS one;\\n\" | \"$0\" \"$@\""));
    command.addAll(given.mainCommand("sql", "--format", "csv"));
    command.add(4, "-Xmx200m");
    Given.Answer answer = given.process(command).exits(ExitCode.FAILED);
    answer.says("flor: what the query asks for does not fit into memory", "hint: ask for less");
    assertThat(answer.err().lines()).hasSize(2);
    assertThat(answer.out()).isEqualTo("ONE\n1\n");
  }

  @Test
  void whatGoesWrongIsToldAndTheRestIsAskedAllTheSame() {
    Given.Answer answer = given
        .piping("SELECT nothing FROM nowhere;\nDELETE FROM run;\n.nonsense\nSELECT 1 AS one;\n")
        .flor("sql", "--format", "csv")
        .exits(ExitCode.FAILED)
        .prints("ONE\n1\n")
        .says("flor: the query failed: ", "DELETE is refused", "there is no .nonsense");
    assertThat(answer.err().lines()).hasSize(6);
    given.piping("").flor("sql").exits(ExitCode.DONE);
    given.piping(".help\n.quit\nSELECT 1;\n").flor("sql").exits(ExitCode.DONE).prints(".tables");
  }

  @Test
  void aPersonHasAPromptCompletionAndAHistory() throws Exception {
    try (Session session = new Session("xterm")) {
      session.until("flor> ");
      session.type("SELECT COUNT(*) AS found FROM chec\t;\r"); // one word begins so
      session.until("FOUND");
      session.until("flor> ");
      session.type("SELECT nothing\r");
      session.until("  ... ");
      session.type(";\r");
      session.until("the query failed");
      session.until("flor> ");
      session.type(".quit\r");
      assertThat(session.code()).isZero();
    }
    assertThat(Files.readString(given.path(".flor/sql-history")))
        .contains("SELECT COUNT(*) AS found FROM checkpoint ;");
    try (Session session = new Session("xterm")) {
      session.until("flor> ");
      session.type("\u0010\u0010\u0010\u0010\r"); // four lines back, as four times the arrow up
      session.until("FOUND");
      session.until("flor> ");
      session.type("\u0004");
      assertThat(session.code()).isZero();
    }
  }

  @Test
  void aDumbTerminalWillDo() throws Exception {
    try (Session session = new Session("dumb")) {
      session.until("flor> ");
      session.type("SELECT 40 + 2 AS answer;\r");
      session.until("ANSWER");
      session.until("42");
      session.until("flor> ");
      session.type(".quit\r");
      assertThat(session.code()).isZero();
    }
  }

  /** A flor sql at a terminal that {@code script} of util-linux makes. */
  private final class Session implements AutoCloseable {
    private final Process process;
    private final InputStream out;
    private final StringBuilder seen = new StringBuilder();

    /** Reading cannot be interrupted: a session that says nothing more is ended, so that the test fails. */
    private final Thread guard = new Thread(this::endInTime);

    Session(String terminal) throws IOException {
      Path script = Path.of("/usr/bin/script");
      assumeTrue(Files.isExecutable(script), "no `script` of util-linux makes a terminal here");
      List<String> words = given.mainCommand("sql");
      String command = words.stream()
          .map(word -> "'" + word.replace("'", "'\\''") + "'")
          .collect(Collectors.joining(" "))
          .replaceFirst("'-cp'", "-Dflor.terminals=012 '-cp'");
      ProcessBuilder builder = new ProcessBuilder(
          script.toString(), "-qfec", "stty cols 120 rows 40; exec " + command, "/dev/null");
      builder.environment().put("TERM", terminal);
      builder.environment().remove("FLOR_HOME");
      process =
          builder.directory(given.path("").toFile()).redirectErrorStream(true).start();
      out = process.getInputStream();
      guard.setDaemon(true);
      guard.start();
    }

    private void endInTime() {
      try {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void type(String text) throws IOException {
      process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }

    /** Reads on until this is shown. */
    void until(String shown) throws IOException {
      StringBuilder since = new StringBuilder();
      while (since.indexOf(shown) < 0) {
        int next = out.read();
        assertThat(next).as("%s is never shown:%n%s", shown, seen).isNotNegative();
        since.append((char) next);
        seen.append((char) next);
      }
    }

    int code() throws IOException, InterruptedException {
      out.readAllBytes();
      return process.waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
