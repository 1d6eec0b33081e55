package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.FlorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDatabaseTest {
  @TempDir
  Path temp;

  private Path flor;
  private Map<String, List<String>> before;

  @BeforeEach
  void aStoreWithTwoRuns() {
    flor = temp.resolve("my project/.flor");
    TestRun.recorded(flor, "r1", "a").arg("lr", 0.1).log("loss", 1).complete();
    TestRun.recorded(flor, "r2", "a")
        .loop("epoch", 2000, epoch -> epoch.log("loss", 0.1 * epoch.index()))
        .crash();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      before = Frames.everything(store);
    }
  }

  private void refusedAndRebuilt(String message) {
    StoreOpenException refused =
        catchThrowableOfType(StoreOpenException.class, () -> FlorStore.open(flor));
    assertThat(refused).isNotNull();
    assertThat(refused.getMessage()).contains(message, "flor.mv.db").doesNotContain("\n");
    assertThat(refused.hint()).contains("flor store rebuild").doesNotContain("\n");
    FlorStore.rebuild(flor, notice -> {});
    assertNothingLost();
  }

  private void assertNothingLost() {
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(Frames.everything(store)).isEqualTo(before);
    }
  }

  @Test
  void aDeletedDatabaseIsMadeAgain() throws IOException {
    Files.delete(Db.file(flor));
    assertNothingLost();
  }

  @Test
  void aDatabaseOfNoiseIsRefused() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(42).nextBytes(noise);
    Files.write(Db.file(flor), noise);
    refusedAndRebuilt("failed");
  }

  @Test
  void aDatabaseThatIsSomethingElseIsRefused() throws IOException {
    Files.writeString(Db.file(flor), "-- this is text\n".repeat(1000));
    refusedAndRebuilt("failed");
  }

  @Test
  void aDatabaseCutInTheMiddleIsRefusedOrMendedAndNothingIsLost() throws IOException {
    byte[] whole = Files.readAllBytes(Db.file(flor));
    for (int parts : new int[] {1, 4, 7}) {
      Files.write(Db.file(flor), Arrays.copyOf(whole, whole.length * parts / 8));
      try {
        FlorStore.open(flor).close();
      } catch (FlorException e) {
        assertThat(e.hint()).contains("flor store rebuild");
        FlorStore.rebuild(flor, notice -> {});
      }
      assertNothingLost();
    }
  }

  @Test
  void anEmptyFileIsMadeAgain() throws IOException {
    Files.write(Db.file(flor), new byte[0]);
    assertNothingLost();
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    try (Db db = Db.owner(flor)) {
      db.transaction(() -> db.update("INSERT INTO schema_version VALUES (99)"));
    }
    refusedAndRebuilt("newer flor (schema 99");
  }

  @Test
  void aDatabaseWhoseMakingWasInterruptedIsMadeAgain() throws SQLException {
    try (Db db = Db.owner(flor)) {
      db.update("DROP TABLE schema_version");
    }
    assertNothingLost();
  }

  @Test
  void aDatabaseOfSomebodyElseIsRefused() throws SQLException {
    try (Db db = Db.owner(flor)) {
      db.update("ALTER USER flor SET PASSWORD 'other'");
    }
    refusedAndRebuilt("failed");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(temp.resolve("a file"), "");
    StoreOpenException refused =
        catchThrowableOfType(StoreOpenException.class, () -> FlorStore.open(file.resolve(".flor")));
    assertThat(refused.getMessage()).contains("a file").doesNotContain("\n");
    assertThat(refused.hint()).contains("written");
  }

  @Test
  void optionsInAPathAreNotTaken() {
    Path hostile = temp.resolve("x;INIT=CREATE TABLE hacked(i INT)/.flor");
    StoreOpenException refused =
        catchThrowableOfType(StoreOpenException.class, () -> FlorStore.open(hostile));
    assertThat(refused.getMessage()).contains("semicolon");
    assertThat(refused.hint()).contains("FLOR_HOME");
  }
}
