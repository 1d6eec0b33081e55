package dev.flor.cli.io;

import dev.flor.store.model.View;
import java.io.PrintStream;

/** How rows come out. */
public enum Format {
  /** Aligned columns for people; doubles with six digits. */
  table {
    @Override
    public void print(View view, PrintStream out) {
      new AlignedTable(view).print(out);
    }
  },
  /** RFC 4180 with a header line; values exact. */
  csv {
    @Override
    public void print(View view, PrintStream out) {
      CsvRows.print(view, out);
    }
  },
  /** An array of one object per row; values exact. */
  json {
    @Override
    public void print(View view, PrintStream out) {
      Json.print(Json.rows(view), out);
    }
  },
  /** A Markdown table; doubles with six digits. */
  md {
    @Override
    public void print(View view, PrintStream out) {
      new AlignedTable(view).printMarkdown(out);
    }
  };

  public abstract void print(View view, PrintStream out);
}
