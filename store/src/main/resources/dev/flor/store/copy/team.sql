-- docs/schema.md describes every table, column and view. Names may be longer than an index takes, so these hold their digests.
CREATE TABLE IF NOT EXISTS project (id TEXT NOT NULL, root TEXT NOT NULL, PRIMARY KEY (id, root));
CREATE TABLE IF NOT EXISTS version (
  id TEXT NOT NULL PRIMARY KEY, parents TEXT ARRAY, authored TIMESTAMP WITH TIME ZONE, author TEXT, subject TEXT
);
CREATE TABLE IF NOT EXISTS run (
  id TEXT NOT NULL PRIMARY KEY, project TEXT NOT NULL, source TEXT NOT NULL, base TEXT, version TEXT, head TEXT, program TEXT NOT NULL,
  host TEXT NOT NULL, jdk TEXT NOT NULL, pid BIGINT NOT NULL, threads INTEGER, started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ended TIMESTAMP(3) WITH TIME ZONE, status TEXT NOT NULL, logged BIGINT NOT NULL, verdict TEXT
);
ALTER TABLE run ADD COLUMN IF NOT EXISTS threads INTEGER, ADD COLUMN IF NOT EXISTS ended TIMESTAMP(3) WITH TIME ZONE;
CREATE TABLE IF NOT EXISTS arg (
  run TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, number DOUBLE PRECISION, whole BIGINT, text TEXT, long_text TEXT
);
CREATE INDEX IF NOT EXISTS arg_of_run ON arg (run);
CREATE TABLE IF NOT EXISTS loop (
  run TEXT NOT NULL, loop INTEGER NOT NULL, context INTEGER NOT NULL, name TEXT NOT NULL, ordinal INTEGER NOT NULL, total BIGINT,
  skipped BOOLEAN, nanos BIGINT, PRIMARY KEY (run, loop)
);
CREATE TABLE IF NOT EXISTS iteration (
  run TEXT NOT NULL, context INTEGER NOT NULL, loop INTEGER NOT NULL, iteration BIGINT NOT NULL, type TEXT NOT NULL,
  number DOUBLE PRECISION, whole BIGINT, text TEXT, long_text TEXT, nanos BIGINT, PRIMARY KEY (run, context)
);
CREATE TABLE IF NOT EXISTS value (
  run TEXT NOT NULL, name TEXT NOT NULL, context INTEGER NOT NULL, ordinal INTEGER NOT NULL, seq BIGINT NOT NULL, source TEXT NOT NULL,
  type TEXT NOT NULL, number DOUBLE PRECISION, whole BIGINT, text TEXT, long_text TEXT, PRIMARY KEY (run, seq)
);
CREATE TABLE IF NOT EXISTS statement (
  version TEXT NOT NULL, name TEXT NOT NULL, source TEXT, file TEXT, line INTEGER, text TEXT
);
CREATE UNIQUE INDEX IF NOT EXISTS statement_once
  ON statement (version, md5(name), COALESCE(source, ''), COALESCE(md5(file), ''), COALESCE(line, 0));
CREATE TABLE IF NOT EXISTS checkpoint (
  run TEXT NOT NULL, place TEXT NOT NULL, id INTEGER NOT NULL, digest TEXT NOT NULL, bytes BIGINT NOT NULL, nanos BIGINT NOT NULL,
  PRIMARY KEY (run, place, id)
);
CREATE TABLE IF NOT EXISTS fault (run TEXT NOT NULL, seq BIGINT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (run, seq));
CREATE TABLE IF NOT EXISTS replay (
  id TEXT NOT NULL PRIMARY KEY, version TEXT NOT NULL, base TEXT, names TEXT ARRAY NOT NULL, outcome TEXT NOT NULL, reason TEXT,
  location TEXT, detail TEXT NOT NULL, runs TEXT ARRAY NOT NULL, compared BIGINT NOT NULL, differing BIGINT NOT NULL, log TEXT
);
CREATE TABLE IF NOT EXISTS placement (
  replay TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL, outcome TEXT NOT NULL,
  target_file TEXT NOT NULL, target_line INTEGER NOT NULL, reason TEXT, detail TEXT NOT NULL, PRIMARY KEY (replay, number)
);
CREATE TABLE IF NOT EXISTS name (name TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS name_once ON name (md5(name));
CREATE TABLE IF NOT EXISTS brought (run TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL);
-- The number of this schema, one row: TeamTables counts it up whenever something here or in the views changes.
CREATE TABLE IF NOT EXISTS flor_schema (number INTEGER NOT NULL);
