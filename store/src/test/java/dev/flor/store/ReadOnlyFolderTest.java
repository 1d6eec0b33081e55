package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.flor.store.model.Dataframe;
import dev.flor.store.model.RunRow;
import dev.flor.store.model.StoreOpenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of somebody else, that one may look at. */
class ReadOnlyFolderTest {
  @TempDir
  Path temp;

  private Path flor;

  @BeforeEach
  void aStoreAndARunThatItHasNotTakenIn() {
    flor = temp.resolve(".flor");
    TestRun.recorded(flor, "r1", "a").log("loss", 0.5).complete();
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
    }
    TestRun.recorded(flor, "r2", "b").log("loss", 0.25).complete();
  }

  @AfterEach
  void mayBeDeleted() throws IOException {
    allow("rwxr-xr-x");
  }

  private void allow(String permissions) throws IOException {
    Files.setPosixFilePermissions(flor, PosixFilePermissions.fromString(permissions));
  }

  private void forbid() throws IOException {
    allow("r-xr-xr-x");
    assumeFalse(Files.isWritable(flor), "this user may write everywhere");
  }

  @Test
  void whatTheDatabaseHasIsAnsweredAndThatNothingIsNewIsSaidOnce() throws IOException {
    forbid();
    List<String> said = new ArrayList<>();
    try (FlorStore store = FlorStore.open(flor, said::add)) {
      store.ingest();
      assertThat(store.runs()).extracting(RunRow::id).containsExactly("r1");
      assertThat(Frames.lines(store.dataframe(Dataframe.of("loss")))).hasSize(2);
      assertThat(store.query("SELECT run FROM value").rows()).containsExactly(List.of("r1"));
      assertThat(store.undescribed()).isEmpty();
      assertThat(store.names()).containsExactly("loss");
    }
    assertThat(said).containsExactly(flor + " may not be written: nothing new is taken in");
    allow("rwxr-xr-x");
    try (FlorStore store = FlorStore.open(flor)) {
      store.ingest();
      assertThat(store.runs()).extracting(RunRow::id).containsExactly("r1", "r2");
    }
  }

  @Test
  void whatWouldHaveToBeMadeAgainIsRefused() throws IOException {
    Files.createFile(flor.resolve("store.writing"));
    forbid();
    assertThatThrownBy(() -> FlorStore.open(flor))
        .isInstanceOf(StoreOpenException.class)
        .hasMessageContaining("was left by a writer that died, and cannot be made again");
  }
}
