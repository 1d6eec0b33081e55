package dev.flor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Puts the statements of {@link PickedStatements} into a clone, for {@code bench/untouched}. Prints the files that got one. */
final class PutStatements {
  private PutStatements() {}

  /** The clone; standard input has the paths that its commits changed, one for each commit that changed it. */
  public static void main(String... args) throws IOException {
    BufferedReader changed =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PickedStatements.into(Path.of(args[0]), changed.lines().toList())
        .files()
        .forEach(System.out::println);
  }
}
