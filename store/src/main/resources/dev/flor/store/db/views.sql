-- The views of the store, of a copy of plain rows, and of a team's PostgreSQL; dev.flor.store.db.Views says what the words in braces are.
CREATE OR REPLACE VIEW refusal AS
  SELECT p.replay, r.version, r.base, p.name, p.reason, p.target_file AS file, p.target_line AS line, p.detail
  FROM placement p JOIN replay r ON r.id = p.replay
  WHERE p.outcome = 'refused';
CREATE OR REPLACE VIEW logs AS
  SELECT r.project AS projid, {time of r.started} AS tstamp, r.program AS filename,
    CASE WHEN v.context > 0 THEN v.run || ':' || v.context END AS ctx_id,
    v.name AS value_name, {text of v} AS {value}, 1 AS value_type,
    v.source AS source, v.run AS run, v.ordinal AS ordinal, r.verdict AS verdict
  FROM {value} v JOIN run r ON r.id = v.run
  UNION ALL
  SELECT r.project, {time of r.started}, r.program, NULL, a.name, {text of a}, 1, r.source, a.run, 0, r.verdict
  FROM arg a JOIN run r ON r.id = a.run;
CREATE OR REPLACE VIEW loops AS
  SELECT i.run || ':' || i.context AS ctx_id,
    CASE WHEN l.context > 0 THEN l.run || ':' || l.context END AS p_ctx_id,
    l.name AS l_name, i.iteration AS iteration, {text of i} AS l_value, i.run AS run
  FROM iteration i JOIN loop l ON l.run = i.run AND l.loop = i.loop;
CREATE OR REPLACE VIEW metric AS
  SELECT n.run, n.name, COUNT(*) AS logged, MIN(n.number) AS lowest, MAX(n.number) AS highest, CAST(AVG(n.number) AS DOUBLE PRECISION) AS mean
  FROM (
    SELECT COALESCE(r.base, r.id) AS run, v.name, COALESCE(v.number, CAST(v.whole AS DOUBLE PRECISION)) AS number
    FROM {value} v JOIN run r ON r.id = v.run
    WHERE v.type IN ('DOUBLE', 'LONG') AND COALESCE(r.verdict, '') <> 'diverged') n
  WHERE n.number <> CAST('NaN' AS DOUBLE PRECISION)
  GROUP BY n.run, n.name;
CREATE OR REPLACE VIEW item AS
  SELECT n.loop, n.item, n.around, n.around_item, n.name, n.{value}, n.run, n.iteration,
    ROW_NUMBER() OVER (
      PARTITION BY n.loop, n.item, n.around, n.around_item, n.name ORDER BY n.run DESC, n.seq DESC) AS nth
  FROM (
    SELECT l.name AS loop, {text of i} AS item, m.name AS around, {text of o} AS around_item,
      v.name, {text of v} AS {value}, v.run, v.seq, i.iteration
    FROM {value} v
    JOIN run r ON r.id = v.run AND COALESCE(r.verdict, '') <> 'diverged'
    JOIN iteration i ON i.run = v.run AND i.context = v.context
    JOIN loop l ON l.run = i.run AND l.loop = i.loop
    LEFT JOIN iteration o ON o.run = l.run AND o.context = l.context
    LEFT JOIN loop m ON m.run = o.run AND m.loop = o.loop) n;
CREATE OR REPLACE VIEW saved AS
  SELECT c.run, l.name AS loop, i.iteration, {text of i} AS item, CAST(NULL AS VARCHAR) AS after_loop, c.digest, c.bytes, c.nanos
  FROM checkpoint c
  JOIN iteration i ON i.run = c.run AND i.context = c.id
  JOIN loop l ON l.run = i.run AND l.loop = i.loop
  WHERE c.place = 'ITERATION_END'
  UNION ALL
  SELECT c.run, m.name, i.iteration, {text of i}, l.name, c.digest, c.bytes, c.nanos
  FROM checkpoint c
  JOIN loop l ON l.run = c.run AND l.loop = c.id
  LEFT JOIN iteration i ON i.run = l.run AND i.context = l.context
  LEFT JOIN loop m ON m.run = i.run AND m.loop = i.loop
  WHERE c.place = 'LOOP_END';
