package dev.flor.propagator.metamorphic;

import dev.flor.propagator.metamorphic.Words.Kind;
import dev.flor.propagator.metamorphic.Words.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** White space and comments: nothing that means anything. */
final class Layouts {
  private Layouts() {}

  static List<Refactoring> all() {
    return List.of(
        layout("reformat: CRLF", text -> text.replace("\r\n", "\n").replace("\n", "\r\n")),
        layout("reformat: tabs", text -> text.replace("    ", "\t").replace("  ", "\t")),
        layout("reformat: braces on lines of their own", Layouts::braces),
        layout("reformat: white space collapsed", Layouts::collapsed),
        layout("reformat: blank lines", text -> text.replace(";\n", ";\n\n")),
        Refactoring.of("add comments", Layouts::commented),
        layout("remove comments", Layouts::uncommented));
  }

  private static Refactoring layout(String name, UnaryOperator<String> change) {
    return Refactoring.of(name, (view, random) -> {
      String changed = change.apply(view.text);
      return changed.equals(view.text)
          ? Optional.empty()
          : Optional.of(view.program.with(view.path, changed));
    });
  }

  private static String braces(String text) {
    StringBuilder out = new StringBuilder();
    String indent = "";
    for (Piece piece : Words.of(text)) {
      if (piece.kind() == Kind.BLANK && piece.text().contains("\n")) {
        indent = piece.text().substring(piece.text().lastIndexOf('\n') + 1);
      }
      if (piece.kind() == Kind.SIGN
          && piece.text().equals("{")
          && out.toString().endsWith(" ")) {
        out.setLength(out.length() - 1);
        out.append('\n').append(indent);
      }
      out.append(piece.text());
    }
    return out.toString();
  }

  private static String collapsed(String text) {
    StringBuilder out = new StringBuilder();
    boolean afterLine = false;
    for (Piece piece : Words.of(text)) {
      boolean blank = piece.kind() == Kind.BLANK;
      out.append(blank ? (afterLine || piece.text().contains("\n\n") ? "\n" : " ") : piece.text());
      afterLine = piece.kind() == Kind.LINE_COMMENT;
    }
    return out.toString();
  }

  private static String uncommented(String text) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : Words.of(text)) {
      boolean comment = piece.kind() == Kind.COMMENT || piece.kind() == Kind.LINE_COMMENT;
      boolean mark = piece.text().equals(Program.OPEN) || piece.text().equals(Program.CLOSE);
      out.append(comment && !mark ? "" : piece.text());
    }
    return out.toString();
  }

  private static Optional<Program> commented(View view, Random random) {
    StringBuilder out = new StringBuilder();
    int open = view.text.indexOf(Program.OPEN);
    int close = view.text.indexOf(Program.CLOSE);
    int at = 0;
    for (Piece piece : Words.of(view.text)) {
      boolean inside = at >= open && at <= close;
      if (!inside && piece.kind() == Kind.SIGN && piece.text().equals(";")) {
        out.append(random.nextInt(3) == 0 ? "; // so it is" : ";");
      } else if (!inside
          && piece.kind() == Kind.SIGN
          && piece.text().equals("}")
          && random.nextInt(5) == 0) {
        out.append("/* that was that */ }");
      } else {
        out.append(piece.text());
      }
      boolean line = out.toString().endsWith("so it is") && !view.text.startsWith("\n", at + 1);
      out.append(line ? "\n" : "");
      at += piece.text().length();
    }
    return Optional.of(view.program.with(view.path, out.toString()));
  }
}
