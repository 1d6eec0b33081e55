package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.flor.store.db.Db;
import dev.flor.store.db.OwnedDb;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.StoreOpenException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
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
    assertNothingLost(notice -> {});
  }

  private void assertNothingLost(Consumer<String> notice) {
    try (FlorStore store = FlorStore.open(flor, notice)) {
      store.ingest();
      assertThat(Frames.everything(store)).isEqualTo(before);
    }
  }

  private void healsItself() {
    List<String> notices = new ArrayList<>();
    assertNothingLost(notices::add);
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0))
        .contains("broken", "made again from the journals", "flor.mv.db")
        .doesNotContain("\n");
    assertNothingLost(notice -> fail("it was healed already: " + notice));
  }

  @Test
  void aDeletedDatabaseIsMadeAgain() throws IOException {
    Files.delete(Db.file(flor));
    assertNothingLost();
  }

  @Test
  void aDatabaseOfNoiseHealsItself() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(42).nextBytes(noise);
    Files.write(Db.file(flor), noise);
    healsItself();
  }

  @Test
  void aDatabaseThatIsSomethingElseHealsItself() throws IOException {
    Files.writeString(Db.file(flor), "-- this is text\n".repeat(1000));
    healsItself();
  }

  @Test
  void aDatabaseCutAnywhereHealsItself() throws IOException {
    byte[] whole = Files.readAllBytes(Db.file(flor));
    for (int parts = 1; parts < 16; parts += 4) {
      Files.write(Db.file(flor), Arrays.copyOf(whole, whole.length * parts / 16));
      assertNothingLost();
    }
  }

  @Test
  void aDatabaseWithBlocksOfZerosHealsItself() throws IOException {
    byte[] whole = Files.readAllBytes(Db.file(flor));
    for (int at = 0; at + 8192 <= whole.length; at += 40960) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, at, at + 8192, (byte) 0);
      Files.write(Db.file(flor), damaged);
      assertNothingLost();
    }
  }

  @Test
  void aDatabaseThatBreaksWhenAVerdictIsSavedHealsItself() throws IOException {
    List<String> notices = new ArrayList<>();
    ReplayRecord record = ReplayRecords.with("k1", "replayed", List.of("r1"));
    try (FlorStore store = FlorStore.open(flor, notices::add)) {
      try (FileChannel file = FileChannel.open(Db.file(flor), StandardOpenOption.WRITE)) {
        file.truncate(8192);
      }
      store.save(record);
      assertThat(store.runs()).hasSize(2);
      assertThat(store.replays()).containsExactly(record);
    }
  }

  @Test
  void theFileIsNeverCompactedInTheBackground() throws SQLException {
    try (Db db = OwnedDb.open(flor)) {
      assertThat(db.query(
              "SELECT setting_value FROM information_schema.settings"
                  + " WHERE setting_name = 'AUTO_COMPACT_FILL_RATE'",
              row -> row.getString(1)))
          .containsExactly("0");
    }
  }

  @Test
  void anEmptyFileIsMadeAgain() throws IOException {
    Files.write(Db.file(flor), new byte[0]);
    assertNothingLost();
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    try (Db db = OwnedDb.open(flor)) {
      db.transaction(() -> db.update("INSERT INTO schema_version VALUES (99)"));
    }
    refusedAndRebuilt("newer flor (schema 99");
  }

  @Test
  void aDatabaseWhoseMakingWasInterruptedIsMadeAgain() throws SQLException {
    try (Db db = OwnedDb.open(flor)) {
      db.update("DROP TABLE schema_version");
    }
    assertNothingLost();
  }

  @Test
  void aDatabaseOfSomebodyElseIsRefused() throws SQLException {
    try (Db db = OwnedDb.open(flor)) {
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
