package dev.flor.journal;

import dev.flor.journal.RecordCursor.BadRecord;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the intact records of a journal, also while it is being written. */
public final class JournalReader {
  private static final JournalVisitor NOBODY = new JournalVisitor() {};

  private JournalReader() {}

  /**
   * Tells {@code visitor} the intact records from {@code offset} on. What is before is read too, for
   * names and ordinals are counted from the start, but is not told again. A torn or corrupt tail
   * ends the reading and is no error.
   *
   * @param offset 0, or what an earlier reading gave as its next offset
   */
  public static Result read(Path journal, long offset, JournalVisitor visitor) {
    try (SeekableByteChannel in = Files.newByteChannel(journal)) {
      return read(in, offset, visitor);
    } catch (IOException e) {
      throw new UnreadableJournalException(journal, e);
    }
  }

  static Result read(SeekableByteChannel in, long offset, JournalVisitor visitor)
      throws IOException {
    RecordSource source = new RecordSource(in);
    int version = source.header();
    if (version < Tag.OLDEST || version > Tag.FORMAT) {
      return notReadable(source, version);
    }
    RecordDecoder decoder = new RecordDecoder();
    long next = source.offset();
    while (source.next()) {
      try {
        decoder.decode(source.body(), next >= offset ? visitor : NOBODY);
      } catch (BadRecord e) {
        return new Result(next, true, "at byte " + next + ": " + e.getMessage());
      }
      next = source.offset();
    }
    return source.onlyZerosFollow()
        ? new Result(next, false, "")
        : new Result(next, true, "at byte " + next + ": the rest is torn or corrupt");
  }

  private static Result notReadable(RecordSource source, int version) throws IOException {
    if (version >= 0) {
      return new Result(0, true, "journal format " + version + "; this flor reads " + Tag.FORMAT);
    }
    return source.onlyZerosFollow()
        ? new Result(0, false, "")
        : new Result(0, true, "this is no flor journal");
  }

  /** How far a reading came. */
  public static final class Result {
    private final long nextOffset;
    private final boolean torn;
    private final String message;

    Result(long nextOffset, boolean torn, String message) {
      this.nextOffset = nextOffset;
      this.torn = torn;
      this.message = message;
    }

    /** The offset after the last intact record; where the next reading goes on. */
    public long nextOffset() {
      return nextOffset;
    }

    /** Whether something other than an intact record follows. */
    public boolean torn() {
      return torn;
    }

    /** What follows, when torn; else empty. */
    public String message() {
      return message;
    }
  }
}
