package dev.flor.cli.store;

import dev.flor.cli.io.ReportWriteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines that a person types at a terminal, with a history that lasts and words completed by the tab key. */
final class TypedLines implements ShellLines, AutoCloseable {
  private static final String PROMPT = "flor> ";
  private static final String GOES_ON = "  ... ";

  private final Terminal terminal;
  private final LineReader reader;

  /** @param history the file that keeps what was typed */
  TypedLines(Path history, List<String> words) {
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(new char[0]);
    try {
      terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    } catch (IOException e) {
      throw new ReportWriteException(Path.of("terminal"), e);
    }
    reader = LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("flor")
        .parser(parser)
        .completer(new SqlWords(words))
        .variable(LineReader.HISTORY_FILE, history)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .build();
  }

  @Override
  public Optional<String> next(boolean first) {
    try {
      return Optional.of(reader.readLine(first ? PROMPT : GOES_ON));
    } catch (UserInterruptException e) {
      return Optional.of(INTERRUPTED);
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean areTyped() {
    return true;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new ReportWriteException(Path.of("terminal"), e);
    }
  }
}
