package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a shell's lines come from. */
interface ShellLines {
  /** What a person gives who changes their mind in the middle of a line. */
  String INTERRUPTED = "\u0003";

  /**
   * The next line; empty when there are no more.
   *
   * @param first whether it begins something
   */
  Optional<String> next(boolean first);

  /** Whether a person types them. */
  boolean areTyped();

  /** Lines from a pipe or a file. */
  static ShellLines from(Caller caller) {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(caller.in(), StandardCharsets.UTF_8));
    return new ShellLines() {
      @Override
      public Optional<String> next(boolean first) {
        try {
          return Optional.ofNullable(reader.readLine());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean areTyped() {
        return false;
      }
    };
  }
}
