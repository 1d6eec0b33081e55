package dev.flor.store.sql;

import dev.flor.store.model.QueryRefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions of PostgreSQL that do something though a transaction cannot write: they end other sessions, hold
 * locks, make large objects, or run SQL that they are given as text. A query that names one of them is
 * refused, wherever it names it; what only a superuser may do is not among them, for no query is run as one.
 */
final class TeamFunctions {
  private static final Pattern WITH_EFFECTS = Pattern.compile(
      "\\b(pg_(terminate|cancel)_backend|pg_(try_)?advisory_\\w+|lo_\\w+|lowrite|loread|pg_notify"
          + "|pg_export_snapshot|pg_(reload_conf|rotate_logfile|switch_wal|promote|create_restore_point)"
          + "|pg_(stat_reset|logical|replication|drop|create|copy|wal_replay|log)\\w*|set_config|setval|nextval"
          + "|pg_prewarm|dblink\\w*|query_to_xml\\w*|ts_stat|ts_rewrite|crosstab\\w*|xpath_table)"
          + "\"?\\s*(?:\\(|/\\*|--)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPED_NAME = Pattern.compile("u&\"", Pattern.CASE_INSENSITIVE);

  private TeamFunctions() {}

  static void check(String sql) {
    Matcher named = WITH_EFFECTS.matcher(sql);
    if (named.find()) {
      throw new QueryRefusedException(
          "a query only reads; " + named.group(1) + " does more and is refused",
          "connect with psql for what is to be done to the server");
    }
    if (ESCAPED_NAME.matcher(sql).find()) {
      throw new QueryRefusedException(
          "a name in U&\"...\" is refused: it may be that of any function", "write it as it is");
    }
  }
}
