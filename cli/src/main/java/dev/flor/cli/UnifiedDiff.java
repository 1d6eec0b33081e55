package dev.flor.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What changes in one file, as {@code diff -u} shows it. */
final class UnifiedDiff {
  private static final int CONTEXT = 2;

  private UnifiedDiff() {}

  static List<String> lines(String path, String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + path, "b/" + path, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
  }
}
