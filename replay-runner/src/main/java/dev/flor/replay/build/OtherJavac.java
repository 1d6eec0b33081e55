package dev.flor.replay.build;

import dev.flor.propagator.Diagnostic;
import dev.flor.replay.project.ReplayInterruptedException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The compiler of another JDK than the one that flor runs on, as a process of its own. */
final class OtherJavac {
  private static final Pattern ERROR =
      Pattern.compile("(?m)^(?:(.+?\\.java):(\\d+): )?error: (.*)$");

  private final Path home;

  OtherJavac(Path home) {
    this.home = home;
  }

  /**
   * Compiles and returns the errors; none when it compiles.
   *
   * @param aside a folder with a folder of {@code classes} in it
   */
  List<Diagnostic> run(ModuleBuild.Order order, Path aside) throws IOException {
    if (order.sources().isEmpty()) {
      return List.of();
    }
    Path words = aside.resolve("javac.args");
    Files.write(words, words(order, aside));
    Process process = new ProcessBuilder(
            home.resolve("bin").resolve("javac").toString(), "-J-Duser.language=en", "@" + words)
        .directory(order.root().toFile())
        .redirectErrorStream(true)
        .start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? List.of() : errors(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayInterruptedException(e);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(words);
    }
  }

  private static List<String> words(ModuleBuild.Order order, Path aside) {
    List<String> words = new ArrayList<>(List.of("-Xmaxerrs", "100000", "-nowarn", "-g"));
    if (!order.processors()) {
      words.add("-proc:none");
    }
    words.addAll(List.of("-encoding", order.encoding()));
    words.addAll(order.options());
    words.addAll(List.of("-d", aside.resolve("classes").toString(), "-cp"));
    words.add(
        order.paths().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.addAll(order.sources());
    return words.stream()
        .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .toList();
  }

  private static List<Diagnostic> errors(String said) {
    List<Diagnostic> errors = new ArrayList<>();
    Matcher error = ERROR.matcher(said);
    while (error.find()) {
      boolean placed = error.group(1) != null;
      errors.add(new Diagnostic(
          placed ? error.group(1) : "",
          placed ? Integer.parseInt(error.group(2)) : 1,
          1,
          error.group(3)));
    }
    return errors.isEmpty()
        ? List.of(new Diagnostic("", 1, 1, "javac failed: " + said.strip()))
        : errors;
  }
}
