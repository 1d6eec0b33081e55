package dev.flor.bench;

import com.sun.management.ThreadMXBean;
import dev.flor.Flor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.slf4j.LoggerFactory;

/**
 * One party of row R1 in a process of its own: logs a name and a number over and over, and prints what
 * the last rounds took the caller in CPU time and in bytes allocated.
 */
final class LogCalls {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WINDOW = 1 << 22;

  private LogCalls() {}

  /** Logs {@code count} numbers from {@code first} on. */
  private interface Party {
    void log(int first, int count) throws IOException;
  }

  public static void main(String... args) throws IOException {
    int perRound = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    int measured = Integer.parseInt(args[3]);
    Party party = party(args[0]);
    for (int round = 0; round < rounds; round++) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long cpu = THREADS.getCurrentThreadCpuTime();
      party.log(round * perRound, perRound);
      cpu = THREADS.getCurrentThreadCpuTime() - cpu;
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      if (round >= rounds - measured) {
        System.out.println((double) cpu / perRound + " " + (double) bytes / perRound);
      }
    }
  }

  private static Party party(String name) throws IOException {
    return switch (name) {
      case "flor" -> LogCalls::flor;
      case "flor-in-loop" -> LogCalls::florInLoop;
      case "log4j2" -> {
        var logger = LogManager.getLogger("bench");
        yield (first, count) -> {
          for (int i = first; i < first + count; i++) {
            logger.info("{} {}", "loss", i * 0.5);
          }
        };
      }
      case "logback" -> {
        var logger = LoggerFactory.getLogger("bench");
        yield (first, count) -> {
          for (int i = first; i < first + count; i++) {
            logger.info("{} {}", "loss", i * 0.5);
          }
        };
      }
      default -> limit(Path.of("limit.bin"));
    };
  }

  private static void flor(int first, int count) {
    for (int i = first; i < first + count; i++) {
      Flor.log("loss", i * 0.5);
    }
  }

  private static void florInLoop(int first, int count) {
    for (String turn : Flor.loop("epoch", new String[] {"one"})) {
      for (int i = first; i < first + count; i++) {
        Flor.log("loss", i * 0.5);
      }
      Flor.log("end", turn);
    }
  }

  /** The same sixteen bytes of each record into a mapped file, with no checksum, no lock, no names. */
  private static Party limit(Path file) throws IOException {
    RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw");
    return (first, count) -> {
      MappedByteBuffer window = null;
      for (int i = 0; i < count; i++) {
        int at = i * 16 % WINDOW;
        if (at == 0) {
          long base = (first + (long) i) * 16;
          window = disk.getChannel().map(FileChannel.MapMode.READ_WRITE, base, WINDOW);
          window.order(ByteOrder.LITTLE_ENDIAN);
        }
        window.putInt(at, 0x100B);
        window.putLong(at + 4, Double.doubleToRawLongBits((first + i) * 0.5));
        window.putInt(at + 12, i);
      }
    };
  }
}
