-- docs/schema.md describes every table, column and view. Names may be longer than an index takes, so these hold their digests.
CREATE TABLE IF NOT EXISTS project (id TEXT NOT NULL, root TEXT NOT NULL, PRIMARY KEY (id, root));
CREATE TABLE IF NOT EXISTS version (
  id TEXT NOT NULL PRIMARY KEY, parents TEXT ARRAY, authored TIMESTAMP WITH TIME ZONE, author TEXT, subject TEXT
);
CREATE TABLE IF NOT EXISTS run (
  id TEXT NOT NULL PRIMARY KEY, project TEXT NOT NULL, source TEXT NOT NULL, base TEXT, version TEXT, head TEXT, program TEXT NOT NULL,
  host TEXT NOT NULL, jdk TEXT NOT NULL, pid BIGINT NOT NULL, started TIMESTAMP(3) WITH TIME ZONE NOT NULL, status TEXT NOT NULL,
  logged BIGINT NOT NULL, verdict TEXT
);
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
CREATE OR REPLACE VIEW refusal AS
  SELECT p.replay, r.version, r.base, p.name, p.reason, p.target_file AS file, p.target_line AS line, p.detail
  FROM placement p JOIN replay r ON r.id = p.replay
  WHERE p.outcome = 'refused';
CREATE TABLE IF NOT EXISTS name (name TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS name_once ON name (md5(name));
CREATE TABLE IF NOT EXISTS brought (run TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL);
CREATE OR REPLACE VIEW logs AS
  SELECT r.project AS projid, to_char(r.started AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS tstamp, r.program AS filename,
    CASE WHEN v.context > 0 THEN v.run || ':' || v.context END AS ctx_id, v.name AS value_name,
    CASE v.type
      WHEN 'DOUBLE' THEN COALESCE(v.text, CAST(v.number AS TEXT))
      WHEN 'LONG' THEN CAST(v.whole AS TEXT)
      WHEN 'BOOLEAN' THEN CASE v.whole WHEN 1 THEN 'true' ELSE 'false' END
      ELSE COALESCE(v.text, v.long_text)
    END AS value, 1 AS value_type, v.source AS source, v.run AS run, v.ordinal AS ordinal, r.verdict AS verdict
  FROM value v JOIN run r ON r.id = v.run
  UNION ALL
  SELECT r.project, to_char(r.started AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), r.program, NULL, a.name,
    CASE a.type
      WHEN 'DOUBLE' THEN COALESCE(a.text, CAST(a.number AS TEXT))
      WHEN 'LONG' THEN CAST(a.whole AS TEXT)
      WHEN 'BOOLEAN' THEN CASE a.whole WHEN 1 THEN 'true' ELSE 'false' END
      ELSE COALESCE(a.text, a.long_text)
    END, 1, r.source, a.run, 0, r.verdict
  FROM arg a JOIN run r ON r.id = a.run;
CREATE OR REPLACE VIEW loops AS
  SELECT i.run || ':' || i.context AS ctx_id, CASE WHEN l.context > 0 THEN l.run || ':' || l.context END AS p_ctx_id,
    l.name AS l_name, i.iteration AS iteration,
    CASE i.type
      WHEN 'DOUBLE' THEN COALESCE(i.text, CAST(i.number AS TEXT))
      WHEN 'LONG' THEN CAST(i.whole AS TEXT)
      WHEN 'BOOLEAN' THEN CASE i.whole WHEN 1 THEN 'true' ELSE 'false' END
      ELSE COALESCE(i.text, i.long_text)
    END AS l_value, i.run AS run
  FROM iteration i JOIN loop l ON l.run = i.run AND l.loop = i.loop;
