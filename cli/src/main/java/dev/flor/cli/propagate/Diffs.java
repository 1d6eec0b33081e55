package dev.flor.cli.propagate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.flor.cli.io.Paint;
import dev.flor.history.Version;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Propagation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changes in each version, as {@code diff -u} shows it; the same change is shown once. */
final class Diffs {
  private static final int CONTEXT = 2;

  private final Paint paint;
  private final Map<List<String>, String> shown = new LinkedHashMap<>();

  Diffs(Paint paint) {
    this.paint = paint;
  }

  List<String> lines(Version version, Propagation propagation) {
    List<String> lines = new ArrayList<>();
    for (Patch patch : propagation.patches().values()) {
      List<String> diff = diff(patch);
      String before = shown.putIfAbsent(change(diff), version.abbreviated());
      if (before == null) {
        diff.forEach(line -> lines.add("  " + paint.diff(line)));
      } else {
        lines.add("  " + paint.bold("+++ b/" + patch.file()) + " gets the lines that it gets in "
            + before);
      }
    }
    return lines;
  }

  /** The file and the lines that go and come, wherever they stand. */
  private static List<String> change(List<String> diff) {
    return diff.stream()
        .filter(line -> line.startsWith("+") || line.startsWith("-"))
        .toList();
  }

  private static List<String> diff(Patch patch) {
    List<String> before = patch.before().lines().toList();
    List<String> after = patch.apply().lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + patch.file(), "b/" + patch.file(), before, DiffUtils.diff(before, after), CONTEXT);
  }
}
