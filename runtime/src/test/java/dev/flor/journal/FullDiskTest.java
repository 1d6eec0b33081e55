package dev.flor.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir
  Path folder;

  @Test
  void whatWasLoggedBeforeTheDiskWasFullIsKeptAndTheJournalSaysSo() throws IOException {
    Path journal = folder.resolve("journal.flor");
    List<String> told = new ArrayList<>();
    JournalWriter writer = new JournalWriter(new FillingUp(journal, 1 << 16), told::add);
    for (int i = 0; i < 100_000; i++) {
      writer.value(0, "x", (double) i);
    }
    writer.close("completed");
    List<String> lines = Transcript.of(journal);
    int values = lines.size() - 2;
    assertThat(values).isGreaterThan(3000);
    for (int i = 0; i < values; i++) {
      assertThat(lines.get(i)).isEqualTo("value in 0 x#" + i + " " + (double) i);
    }
    assertThat(lines.get(values)).startsWith("fault the journal is full: no space left");
    assertThat(lines.get(values + 1)).isEqualTo("ended completed");
    assertThat(told).hasSize(1);
  }

  /** A disk with room for so many bytes. */
  private static final class FillingUp implements Space {
    private final Space disk;
    private final long room;

    FillingUp(Path journal, long room) throws IOException {
      this.disk = new DiskSpace(journal);
      this.room = room;
    }

    @Override
    public MappedByteBuffer window(long base, int size) throws IOException {
      if (base + size > room) {
        throw new IOException("no space left on device");
      }
      return disk.window(base, size);
    }

    @Override
    public void close(long length) throws IOException {
      disk.close(length);
    }
  }
}
