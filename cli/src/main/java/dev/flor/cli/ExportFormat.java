package dev.flor.cli;

import dev.flor.store.model.View;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** How rows are written to files, by other programs to be read. */
enum ExportFormat {
  /** RFC 4180 with a header line. */
  csv("csv") {
    @Override
    void write(View view, OutputStream out) {
      PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
      CsvRows.print(view, text);
      text.flush();
    }
  },
  /** One JSON object a line. */
  jsonl("jsonl|ndjson") {
    @Override
    void write(View view, OutputStream out) {
      PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
      Json.rows(view).forEach(row -> text.println(Json.line(row)));
      text.flush();
    }
  },
  /** Apache Parquet, with the types of the columns. */
  parquet("parquet") {
    @Override
    void write(View view, OutputStream out) throws IOException {
      ParquetFile.write(view, out);
    }
  };

  private final String endings;

  /** @param endings of files, as a regular expression */
  ExportFormat(String endings) {
    this.endings = endings;
  }

  abstract void write(View view, OutputStream out) throws IOException;

  /** The format that a file's name ends in. */
  static Optional<ExportFormat> of(String file) {
    return Stream.of(values())
        .filter(format -> file.matches(".*\\.(" + format.endings + ")"))
        .findFirst();
  }
}
