package dev.flor.store.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flor.store.model.QueryRefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamFunctionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
        "SELECT PG_Cancel_Backend (1)",
        "SELECT pg_catalog.\"pg_terminate_backend\"(1)",
        "SELECT pg_terminate_backend/* */(1)",
        "SELECT pg_terminate_backend -- here\n (1)",
        "SELECT pg_advisory_lock(1), pg_try_advisory_lock_shared(2)",
        "SELECT lo_create(0)",
        "SELECT query_to_xml('SELECT pg_' || 'terminate_backend(1)', true, true, '')",
        "SELECT U&\"\\0070g_terminate_backend\"(1)",
        "SELECT set_config('search_path', 'x', false)"
      })
  void whatDoesMoreThanReadIsRefused(String sql) {
    assertThatThrownBy(() -> TeamFunctions.check(sql))
        .isInstanceOf(QueryRefusedException.class)
        .hasMessageContaining("refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT lo_loss, loss FROM value WHERE name = 'pg_terminate_backend'",
        "SELECT COUNT(*), MAX(number), lower(name) FROM value",
        "SELECT nextval FROM value"
      })
  void whatReadsIsNot(String sql) {
    assertThatCode(() -> TeamFunctions.check(sql)).doesNotThrowAnyException();
  }
}
