package dev.flor.cli;

import dev.flor.store.View;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How rows are written to files, by other programs to be read. */
enum ExportFormat {
  /** RFC 4180 with a header line. */
  csv(List.of("csv")) {
    @Override
    void write(View view, OutputStream out) {
      PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
      CsvRows.print(view, text);
      text.flush();
    }
  },
  /** One JSON object a line. */
  jsonl(List.of("jsonl", "ndjson")) {
    @Override
    void write(View view, OutputStream out) {
      PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
      Json.rows(view).forEach(row -> text.println(Json.line(row)));
      text.flush();
    }
  },
  /** Apache Parquet, with the types of the columns. */
  parquet(List.of("parquet")) {
    @Override
    void write(View view, OutputStream out) throws IOException {
      ParquetFile.write(view, out);
    }
  };

  private final List<String> endings;

  ExportFormat(List<String> endings) {
    this.endings = endings;
  }

  abstract void write(View view, OutputStream out) throws IOException;

  /** The format that a file's name ends in. */
  static Optional<ExportFormat> of(String file) {
    return Stream.of(values())
        .filter(format -> format.endings.stream().anyMatch(ending -> file.endsWith("." + ending)))
        .findFirst();
  }
}
