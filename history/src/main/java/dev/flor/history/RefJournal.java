package dev.flor.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What refs were before the last write, in a folder of its own: written down before the refs are, so that a write that was killed can be gone on with and taken back. */
final class RefJournal {
  private static final String NONE = "-";

  private final Path folder;

  RefJournal(Path folder) {
    this.folder = folder;
  }

  /** Keeps other processes out until it is closed. */
  FileChannel lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel = FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /** The changes of a write that did not come to its end. */
  List<RefChange> pending() throws IOException {
    return read(folder.resolve("pending"));
  }

  /** The changes of the last write. */
  List<RefChange> last() throws IOException {
    return read(folder.resolve("last"));
  }

  void begin(List<RefChange> changes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (RefChange change : changes) {
      text.append(change.before().orElse(NONE))
          .append(' ')
          .append(change.after().orElse(NONE))
          .append(' ')
          .append(change.name())
          .append('\n');
    }
    Path draft = folder.resolve("draft");
    Files.writeString(draft, text.append("end\n"));
    Files.move(draft, folder.resolve("pending"), StandardCopyOption.ATOMIC_MOVE);
  }

  void end() throws IOException {
    Files.move(
        folder.resolve("pending"),
        folder.resolve("last"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  void forget() throws IOException {
    Files.deleteIfExists(folder.resolve("pending"));
    Files.deleteIfExists(folder.resolve("last"));
  }

  private static List<RefChange> read(Path file) throws IOException {
    List<RefChange> changes = new ArrayList<>();
    if (!Files.exists(file)) {
      return changes;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] parts = line.split(" ", 3);
      if (parts.length == 3) {
        changes.add(new RefChange(parts[2], id(parts[0]), id(parts[1])));
      }
    }
    return changes;
  }

  private static Optional<String> id(String text) {
    return text.equals(NONE) ? Optional.empty() : Optional.of(text);
  }
}
