-- What a copy for other clients has beside its plain tables; they need not know that VALUE is a name here.
ALTER TABLE run ALTER COLUMN id SET NOT NULL;
ALTER TABLE run ADD PRIMARY KEY (id);
ALTER TABLE "VALUE" ALTER COLUMN run SET NOT NULL;
CREATE INDEX value_of_run ON "VALUE" (run, name, context, ordinal);
CREATE INDEX iteration_of_run ON iteration (run, context);
CREATE INDEX loop_of_run ON loop (run, loop);
