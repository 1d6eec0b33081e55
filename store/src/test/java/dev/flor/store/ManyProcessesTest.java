package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.db.Db;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyProcessesTest {
  @TempDir
  Path temp;

  private static long values(Path flor) {
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      return (Long) store.query("SELECT COUNT(*) FROM value").rows().get(0).get(0);
    }
  }

  @Test
  void severalProcessesIngestAndAskAtOnceWhileRunsAreWritten() throws Exception {
    Path flor = temp.resolve("my project/.flor");
    TestRun.recorded(flor, "r0", "a").log("loss", 0).complete();
    List<Process> children = new ArrayList<>();
    int rounds = Integer.getInteger("flor.rounds", 6);
    for (int i = 0; i < Integer.getInteger("flor.processes", 4); i++) {
      children.add(StoreChild.start(List.of(), flor, "ingest", String.valueOf(rounds)));
    }
    for (int i = 1; i <= 30; i++) {
      TestRun.recorded(flor, "r" + i, "a")
          .loop("epoch", 100, epoch -> epoch.log("loss", epoch.index()))
          .complete();
    }
    for (Process child : children) {
      try (BufferedReader said = child.inputReader()) {
        assertThat(said.lines().toList())
            .hasSize(2 * rounds)
            .allMatch(line -> line.equals("ingesting") || line.startsWith("rows ["));
      }
      assertThat(child.waitFor()).isZero();
    }
    assertThat(values(flor)).isEqualTo(3001);
  }

  @Test
  void aProcessKilledAtAnyMomentLeavesEveryRowExactlyOnce() throws Exception {
    Path flor = temp.resolve(".flor");
    for (int i = 0; i < 8; i++) {
      TestRun.recorded(flor, "r" + i, "a")
          .loop("epoch", 3000, epoch -> epoch.log("loss", Math.sin((double) epoch.index())))
          .complete();
    }
    Map<String, List<String>> whole;
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      whole = Frames.everything(store);
    }
    long looks = ingestUntil(flor, Long.MAX_VALUE);
    Random random = new Random(42);
    for (int kill = Integer.getInteger("flor.kills", 6); kill > 0; kill--) {
      ingestUntil(flor, (long) (random.nextDouble() * looks));
      assertThat(values(flor)).isEqualTo(24_000);
    }
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(Frames.everything(store)).isEqualTo(whole);
    }
  }

  /** Has another process fill the database anew, and kills it after so many looks at it; gives how many it took. */
  private static long ingestUntil(Path flor, long limit) throws Exception {
    Files.deleteIfExists(Db.file(flor));
    Process child = StoreChild.start(List.of(), flor, "ingest", "1");
    long looks = 0;
    try (BufferedReader said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ingesting");
      while (child.isAlive() && looks < limit) {
        looks++;
        Thread.onSpinWait();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return looks;
  }

  @Test
  void whoeverHasToWaitIsToldForWhomAndThenGoesOn() throws Exception {
    Path flor = temp.resolve(".flor");
    Process child = StoreChild.start(List.of(), flor, "hold");
    try (BufferedReader said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held 0");
      List<String> notices = new ArrayList<>();
      FlorStore.open(flor, notice -> {
            notices.add(notice);
            release(child);
          })
          .close();
      assertThat(notices).hasSize(1).first().asString().contains("process " + child.pid());
    }
    assertThat(child.waitFor()).isZero();
  }

  private static void release(Process child) {
    try {
      child.getOutputStream().close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void threadsOfOneProcessWaitForEachOtherToo() throws Exception {
    Path flor = temp.resolve(".flor");
    FlorStore first = FlorStore.open(flor);
    AtomicBoolean told = new AtomicBoolean();
    FlorStore.open(flor, notice -> {
          told.set(true);
          first.close();
        })
        .close();
    assertThat(told).isTrue();
  }

  @Test
  void aFullDiskIsSaidAndNothingIsLost() throws Exception {
    Path flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a")
        .loop("epoch", 100_000, epoch -> epoch.log("loss", Math.sin((double) epoch.index())))
        .complete();
    List<String> limited = List.of("/bin/sh", "-c", "ulimit -f 300; exec \"$@\"", "limited");
    Process child = StoreChild.start(limited, flor, "ingest", "1");
    try (BufferedReader said = child.inputReader()) {
      assertThat(said.lines().filter(line -> line.startsWith("refused: ")).toList())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("refused: StoreWriteException: see that there is room on the disk");
    }
    child.waitFor();
    assertThat(values(flor)).isEqualTo(100_000);
  }
}
