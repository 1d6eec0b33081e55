package dev.flor.store.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * Brings what several runs share: versions with their statements, verdicts with their placements, names. A thing goes
 * when it has not been brought as it is now; which ones have stands beside the runs.
 */
final class TeamShared {
  private static final String PROJECTS = "SELECT 'project ' || root, id FROM project ORDER BY 1";

  private static final String VERSIONS = "SELECT 'version ' || v.id || ' ' || COUNT(s.name)"
      + " || CASE WHEN v.authored IS NULL THEN '' ELSE ' described' END, v.id"
      + " FROM version v LEFT JOIN statement s ON s.version = v.id"
      + " GROUP BY v.id, v.authored ORDER BY v.id";

  private static final String REPLAYS =
      "SELECT 'replay ' || id || ' ' || stamp, id FROM replay_file ORDER BY id";

  /** Where a statement stands may have become known since. */
  private static final String SETTLED =
      "DELETE FROM statement s WHERE s.version = ? AND s.file IS NULL"
          + " AND EXISTS (SELECT 1 FROM statement k WHERE k.version = s.version AND k.name = s.name"
          + " AND k.source IS NOT DISTINCT FROM s.source AND k.file IS NOT NULL)";

  private static final String ONCE = "ON CONFLICT DO NOTHING";

  private final Connection from;
  private final Connection to;
  private final TeamRows rows;

  TeamShared(Connection from, Connection to, TeamRows rows) {
    this.from = from;
    this.to = to;
    this.rows = rows;
  }

  /** One machine after the other: two that brought the same in another order would wait for each other. */
  void bring(boolean again) throws SQLException {
    rows.update("SELECT pg_advisory_xact_lock(70617069)");
    Set<String> there = again
        ? Set.of()
        : TeamCopy.states(to, "SELECT run, state FROM brought WHERE run LIKE '% %'")
            .keySet();
    each(PROJECTS, there, id -> rows.copy("project", "WHERE id = ?", ONCE, id));
    each(VERSIONS, there, this::version);
    each(REPLAYS, there, this::replay);
    names();
    to.commit();
  }

  private interface Bringing {
    void bring(String id) throws SQLException;
  }

  private void each(String which, Set<String> there, Bringing bringing) throws SQLException {
    for (Map.Entry<String, String> one : TeamCopy.states(from, which).entrySet()) {
      if (!there.contains(one.getKey())) {
        bringing.bring(one.getValue());
        rows.update("INSERT INTO brought VALUES (?, '') " + ONCE, one.getKey());
      }
    }
  }

  private void version(String id) throws SQLException {
    rows.update("DELETE FROM version WHERE id = ? AND authored IS NULL", id);
    rows.copy("version", "WHERE id = ?", ONCE, id);
    rows.copy("statement", "WHERE version = ?", ONCE, id);
    rows.update(SETTLED, id);
  }

  /** Of a verdict that has changed, the newer counts. */
  private void replay(String id) throws SQLException {
    rows.update("DELETE FROM placement WHERE replay = ?", id);
    rows.update("DELETE FROM replay WHERE id = ?", id);
    rows.copy("replay", "WHERE id = ?", "", id);
    rows.copy("placement", "WHERE replay = ?", "", id);
  }

  /** Longer than a key may be, some of them. */
  private void names() throws SQLException {
    Set<String> there = TeamCopy.states(to, "SELECT name, NULL FROM name").keySet();
    for (String name :
        TeamCopy.states(from, "SELECT name, NULL FROM name ORDER BY 1").keySet()) {
      if (!there.contains(name)) {
        rows.copy("name", "WHERE name = ?", ONCE, name);
      }
    }
  }
}
