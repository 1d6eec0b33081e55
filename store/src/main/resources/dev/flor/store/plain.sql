-- What a copy for other clients has beside its plain tables; they need not know that VALUE is a name here.
ALTER TABLE run ALTER COLUMN id SET NOT NULL;
ALTER TABLE run ADD PRIMARY KEY (id);
ALTER TABLE "VALUE" ALTER COLUMN run SET NOT NULL;
CREATE INDEX value_of_run ON "VALUE" (run, name, context, ordinal);
CREATE INDEX iteration_of_run ON iteration (run, context);
CREATE INDEX loop_of_run ON loop (run, loop);
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
    END AS "VALUE",
    1 AS value_type,
    v.source AS source,
    v.run AS run,
    v.ordinal AS ordinal,
    r.verdict AS verdict
  FROM "VALUE" v JOIN run r ON r.id = v.run
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
CREATE VIEW loops AS
  SELECT i.run || ':' || i.context AS ctx_id,
    CASE WHEN l.context > 0 THEN l.run || ':' || l.context END AS p_ctx_id,
    l.name AS l_name,
    i.iteration AS iteration,
    CASE i.type
      WHEN 'DOUBLE' THEN COALESCE(i.text, CAST(i.number AS VARCHAR))
      WHEN 'LONG' THEN CAST(i.whole AS VARCHAR)
      WHEN 'BOOLEAN' THEN CASE i.whole WHEN 1 THEN 'true' ELSE 'false' END
      ELSE COALESCE(i.text, CAST(i.long_text AS VARCHAR))
    END AS l_value,
    i.run AS run
  FROM iteration i JOIN loop l ON l.run = i.run AND l.loop = i.loop;
