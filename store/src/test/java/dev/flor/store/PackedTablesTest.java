package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedTablesTest {
  /** A file that names another class does not open; one made by an earlier flor names this one. */
  @Test
  void theClassHasTheNameThatStandsInDatabaseFiles() {
    assertThat(PackedTables.class.getName()).isEqualTo("dev.flor.store.PackedTables");
  }
}
