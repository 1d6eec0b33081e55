-- Schema 2: what a replay's comparison came to stands with its run. The records of replays are read again for it.
ALTER TABLE run ADD COLUMN verdict VARCHAR;
CREATE OR REPLACE VIEW logs AS
  SELECT r.project AS projid,
    FORMATDATETIME(r.started, 'yyyy-MM-dd''T''HH:mm:ss.SSSXXX', 'en', 'UTC') AS tstamp,
    r.program AS filename,
    CASE WHEN v.context > 0 THEN v.run || ':' || v.context END AS ctx_id,
    v.name AS value_name,
    CASE v.type
      WHEN 'DOUBLE' THEN COALESCE(v.text, CAST(v.number AS VARCHAR))
      WHEN 'LONG' THEN CAST(v.whole AS VARCHAR)
      WHEN 'BOOLEAN' THEN CASE v.whole WHEN 1 THEN 'true' ELSE 'false' END
      ELSE COALESCE(v.text, CAST(v.long_text AS VARCHAR))
    END AS value,
    1 AS value_type,
    v.source AS source,
    v.run AS run,
    v.ordinal AS ordinal,
    r.verdict AS verdict
  FROM value v JOIN run r ON r.id = v.run
  UNION ALL
  SELECT r.project, FORMATDATETIME(r.started, 'yyyy-MM-dd''T''HH:mm:ss.SSSXXX', 'en', 'UTC'),
    r.program, NULL, a.name,
    CASE a.type
      WHEN 'DOUBLE' THEN COALESCE(a.text, CAST(a.number AS VARCHAR))
      WHEN 'LONG' THEN CAST(a.whole AS VARCHAR)
      WHEN 'BOOLEAN' THEN CASE a.whole WHEN 1 THEN 'true' ELSE 'false' END
      ELSE COALESCE(a.text, CAST(a.long_text AS VARCHAR))
    END,
    1, r.source, a.run, 0, r.verdict
  FROM arg a JOIN run r ON r.id = a.run;
DELETE FROM replay_file;
INSERT INTO schema_version VALUES (2);
