package dev.flor.store;

import java.util.Map;
import java.util.TreeMap;

/** Reads the chunks of one run's loops or turns, each of them once. */
final class DenseReader {
  private final Db db;
  private final String table;
  private final String run;
  private final TreeMap<Integer, byte[]> read = new TreeMap<>();
  private TreeMap<Integer, Integer> firsts;

  DenseReader(Db db, String table, String run) {
    this.db = db;
    this.table = table;
    this.run = run;
  }

  /** The id of the first in the chunk that holds this one. */
  int firstOf(int id) {
    if (firsts == null) {
      firsts = new TreeMap<>();
      db.query(
          "SELECT first FROM packed." + table + " WHERE run = ?",
          row -> firsts.put(row.getInt(1), 0),
          run);
    }
    Map.Entry<Integer, Integer> entry = firsts.floorEntry(id);
    if (entry == null) {
      throw new IllegalStateException("run " + run + " has no " + table + " with " + id);
    }
    return entry.getKey();
  }

  byte[] data(int id) {
    return read.computeIfAbsent(firstOf(id), first -> db.first(
            "SELECT data FROM packed." + table + " WHERE run = ? AND first = ?",
            row -> row.getBytes(1),
            run,
            first)
        .orElseThrow());
  }
}
