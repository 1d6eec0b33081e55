package dev.flor.replay.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.replay.process.ProcessRunner.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs as processes: what they print is kept, however fast they end. */
class ProcessRunnerTest {
  @TempDir
  Path folder;

  private Program shell(String script) {
    return new Program() {
      @Override
      public List<String> command() {
        return List.of("sh", "-c", script);
      }

      @Override
      public Path directory() {
        return folder;
      }
    };
  }

  /** The end of a process is known before all of its output has been read: it must not be cut off then. */
  @Test
  void whatAProgramPrintsAsItEndsIsWholeInTheLog() throws IOException {
    String all =
        IntStream.rangeClosed(1, 20_000).mapToObj(i -> i + "\n").collect(Collectors.joining())
            + "end\n";
    try (ProcessRunner runner = new ProcessRunner(Map.of("PATH", System.getenv("PATH")), 4)) {
      IntStream.range(0, 300).parallel().forEach(i -> {
        Path log = folder.resolve(i + ".log");
        Ended ended = runner.run(shell("seq 20000; echo end"), log, Duration.ofMinutes(1));
        assertThat(ended).isEqualTo(new Ended.Exited(0));
        assertThat(log).content().isEqualTo(all);
      });
    }
    try (var logs = Files.list(folder)) {
      assertThat(logs.count()).isEqualTo(300);
    }
  }
}
