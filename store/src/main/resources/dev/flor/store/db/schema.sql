-- docs/schema.md describes every table, column and view of the schema PUBLIC; they are an API.
-- VALUE, ITERATION and LOOP are read out of the chunks in the schema PACKED (dev.flor.store.PackedTables).
CREATE TABLE project (
  id VARCHAR NOT NULL PRIMARY KEY,
  root VARCHAR NOT NULL
);
CREATE TABLE version (
  id VARCHAR NOT NULL PRIMARY KEY,
  parents VARCHAR ARRAY,
  authored TIMESTAMP WITH TIME ZONE,
  author VARCHAR,
  subject VARCHAR
);
CREATE TABLE run (
  id VARCHAR NOT NULL PRIMARY KEY,
  project VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  base VARCHAR,
  version VARCHAR,
  head VARCHAR,
  program VARCHAR NOT NULL,
  host VARCHAR NOT NULL,
  jdk VARCHAR NOT NULL,
  pid BIGINT NOT NULL,
  threads INTEGER,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ended TIMESTAMP(3) WITH TIME ZONE,
  status VARCHAR NOT NULL,
  logged BIGINT NOT NULL,
  verdict VARCHAR
);
CREATE TABLE arg (
  run VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  number DOUBLE PRECISION,
  whole BIGINT,
  text VARCHAR,
  long_text CHARACTER LARGE OBJECT,
  PRIMARY KEY (run, name)
);
CREATE TABLE loop (
  run VARCHAR NOT NULL,
  loop INTEGER NOT NULL,
  context INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  total BIGINT,
  skipped BOOLEAN,
  nanos BIGINT
) ENGINE "dev.flor.store.PackedTables";
CREATE TABLE iteration (
  run VARCHAR NOT NULL,
  context INTEGER NOT NULL,
  loop INTEGER NOT NULL,
  iteration BIGINT NOT NULL,
  type VARCHAR NOT NULL,
  number DOUBLE PRECISION,
  whole BIGINT,
  text VARCHAR,
  long_text CHARACTER LARGE OBJECT,
  nanos BIGINT
) ENGINE "dev.flor.store.PackedTables";
CREATE TABLE value (
  run VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  context INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  source VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  number DOUBLE PRECISION,
  whole BIGINT,
  text VARCHAR,
  long_text CHARACTER LARGE OBJECT
) ENGINE "dev.flor.store.PackedTables";
CREATE TABLE checkpoint (
  run VARCHAR NOT NULL,
  place VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  digest VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  nanos BIGINT NOT NULL,
  PRIMARY KEY (run, place, id)
);
CREATE TABLE fault (
  run VARCHAR NOT NULL,
  seq BIGINT NOT NULL,
  message VARCHAR NOT NULL,
  PRIMARY KEY (run, seq)
);
CREATE TABLE replay (
  id VARCHAR NOT NULL PRIMARY KEY,
  version VARCHAR NOT NULL,
  base VARCHAR,
  names VARCHAR ARRAY NOT NULL,
  outcome VARCHAR NOT NULL,
  reason VARCHAR,
  location VARCHAR,
  detail VARCHAR NOT NULL,
  runs VARCHAR ARRAY NOT NULL,
  compared BIGINT NOT NULL,
  differing BIGINT NOT NULL,
  log VARCHAR
);
CREATE TABLE placement (
  replay VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  file VARCHAR NOT NULL,
  line INTEGER NOT NULL,
  outcome VARCHAR NOT NULL,
  target_file VARCHAR NOT NULL,
  target_line INTEGER NOT NULL,
  reason VARCHAR,
  detail VARCHAR NOT NULL,
  PRIMARY KEY (replay, number)
);
CREATE TABLE journal (
  run VARCHAR NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  stamp VARCHAR NOT NULL,
  ended VARCHAR,
  logged BIGINT NOT NULL,
  faults BIGINT NOT NULL,
  problem VARCHAR
);
CREATE TABLE name (
  name VARCHAR NOT NULL PRIMARY KEY
);
CREATE TABLE replay_file (
  id VARCHAR NOT NULL PRIMARY KEY,
  stamp VARCHAR NOT NULL
);
CREATE SCHEMA packed;
CREATE TABLE packed.series (
  run VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  logged BIGINT NOT NULL,
  types INTEGER NOT NULL,
  paths INTEGER ARRAY NOT NULL,
  PRIMARY KEY (run, name)
);
CREATE TABLE packed.value_chunk (
  run VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  chunk INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  data VARBINARY NOT NULL
);
CREATE UNIQUE INDEX packed.value_chunk_place ON packed.value_chunk (run, name, chunk, low, high);
CREATE TABLE packed.turn_chunk (
  run VARCHAR NOT NULL,
  first INTEGER NOT NULL,
  data VARBINARY NOT NULL,
  PRIMARY KEY (run, first)
);
CREATE TABLE packed.loop_chunk (
  run VARCHAR NOT NULL,
  first INTEGER NOT NULL,
  data VARBINARY NOT NULL,
  PRIMARY KEY (run, first)
);
CREATE TABLE packed.path (
  run VARCHAR NOT NULL,
  path INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  types INTEGER NOT NULL,
  PRIMARY KEY (run, path)
);
CREATE TABLE packed.aside (
  run VARCHAR NOT NULL,
  number BIGINT NOT NULL,
  text CHARACTER LARGE OBJECT NOT NULL,
  PRIMARY KEY (run, number)
);
CREATE TABLE packed.logged_name (
  version VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  PRIMARY KEY (version, name, source)
);
CREATE TABLE packed.stood (
  version VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  file VARCHAR NOT NULL,
  line INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  PRIMARY KEY (version, number)
);
CREATE VIEW statement AS
  SELECT l.version, l.name, l.source, s.file, s.line, s.text
  FROM packed.logged_name l
  LEFT JOIN packed.stood s ON s.version = l.version AND s.name = l.name AND l.source = 'recorded'
  UNION ALL
  SELECT s.version, s.name, NULL, s.file, s.line, s.text
  FROM packed.stood s
  WHERE NOT EXISTS (SELECT 1 FROM packed.logged_name l
    WHERE l.version = s.version AND l.name = s.name AND l.source = 'recorded');
CREATE USER reader PASSWORD 'reader';
GRANT SELECT ON SCHEMA PUBLIC TO reader;
GRANT SELECT ON SCHEMA packed TO reader;
CREATE TABLE schema_version (
  number INTEGER NOT NULL PRIMARY KEY
);
