package dev.flor.cli.propagate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.flor.history.VersionTree;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Propagation;
import dev.flor.replay.project.Encodings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What changes in one version as {@code git diff} has it, so that {@code git apply} takes it: in the bytes of the files, whatever their line ends and names. */
final class UnifiedPatch {
  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  private UnifiedPatch() {}

  static byte[] of(Propagation propagation, VersionTree tree, Encodings encodings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Patch patch : propagation.patches().values()) {
      out.writeBytes(header(patch.file()).getBytes(StandardCharsets.UTF_8));
      List<String> before = lines(patch.before());
      List<String> after = lines(patch.apply());
      List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
          "", "", before, DiffUtils.diff(before, after), CONTEXT);
      String text = String.join("\n", diff.subList(2, diff.size())) + "\n";
      out.writeBytes(encodings.encoded(patch.file(), text, tree.read(patch.file())));
    }
    return out.toByteArray();
  }

  private static String header(String file) {
    String before = quoted("a/" + file);
    String after = quoted("b/" + file);
    String end = file.indexOf(' ') < 0 ? "\n" : "\t\n"; // so that a name may hold spaces
    return "diff --git " + before + " " + after + "\n--- " + before + end + "+++ " + after + end;
  }

  /** Split at line feeds only; a last line without one says so, as a part of it. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      lines.add(text.substring(at, end));
      at = end + 1;
    }
    if (at < text.length()) {
      lines.add(text.substring(at) + NO_NEWLINE);
    }
    return lines;
  }

  /** As git quotes names with other characters than plain ones. */
  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder();
    boolean plain = true;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
        plain = false;
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\%03o", c));
        plain = false;
      } else {
        quoted.append((char) c);
      }
    }
    return plain ? name : "\"" + quoted + "\"";
  }
}
