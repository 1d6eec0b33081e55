package dev.flor.cli.store;

import dev.flor.cli.io.CsvRows;
import dev.flor.cli.io.Json;
import dev.flor.store.model.Rows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** How rows are written to files, by other programs to be read: while they come, no more than some thousand in memory. */
enum ExportFormat {
  /** RFC 4180 with a header line. */
  csv("csv") {
    @Override
    long write(RowSource source, OutputStream out) throws IOException {
      return text(source, out, CsvRows::write);
    }
  },
  /** One JSON object a line. */
  jsonl("jsonl|ndjson") {
    @Override
    long write(RowSource source, OutputStream out) throws IOException {
      return text(source, out, Json::lines);
    }
  },
  /** Apache Parquet, with the types of the columns. */
  parquet("parquet") {
    @Override
    long write(RowSource source, OutputStream out) throws IOException {
      return ParquetFile.write(source, out);
    }
  };

  private final String endings;

  /** @param endings of files, as a regular expression */
  ExportFormat(String endings) {
    this.endings = endings;
  }

  /** Writes all rows, and gives how many there were. */
  abstract long write(RowSource source, OutputStream out) throws IOException;

  /** Writes rows as text. */
  private interface TextRows {
    long write(Rows rows, Writer out) throws IOException;
  }

  private static long text(RowSource source, OutputStream out, TextRows format) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (Rows rows = source.open()) {
      long count = format.write(rows, text);
      text.flush();
      return count;
    }
  }

  /** The format that a file's name ends in. */
  static Optional<ExportFormat> of(String file) {
    return Stream.of(values())
        .filter(format -> file.matches(".*\\.(" + format.endings + ")"))
        .findFirst();
  }
}
