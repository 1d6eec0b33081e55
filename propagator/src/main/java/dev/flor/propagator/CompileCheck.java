package dev.flor.propagator;

import java.util.List;
import java.util.SortedMap;

/** Asks a compiler whether rewritten files compile as well as they did before. */
@FunctionalInterface
public interface CompileCheck {

  /** Asks nobody: whatever parses is accepted. */
  CompileCheck NONE = (older, patches) -> List.of();

  /**
   * The errors that the patches bring to the older version.
   *
   * @param older the version as it was
   * @param patches by the paths of the files that change
   * @return empty if it compiles as well as before
   */
  List<Diagnostic> newErrors(SourceTree older, SortedMap<String, Patch> patches);
}
