ALTER TABLE "days" ADD COLUMN "lines_checksum" text;--> statement-breakpoint
ALTER TABLE "days" ADD COLUMN "owed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "settlement_lines_adjusted_idx" ON "settlement_lines" USING btree ("for_day","content_id") WHERE for_day < day;--> statement-breakpoint
-- I9: one look at the days of all lines that a statement wrote, and no look-up a line.
CREATE FUNCTION refuse_closed_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE closed_day date;
BEGIN
  SELECT d.day INTO closed_day FROM days d WHERE d.state = 'closed' AND d.day IN (SELECT day FROM written) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'settlement lines of % are closed and never change', closed_day USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER settlement_lines_closed_insert AFTER INSERT ON settlement_lines REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_lines();
--> statement-breakpoint
CREATE TRIGGER settlement_lines_closed_update AFTER UPDATE ON settlement_lines REFERENCING OLD TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_lines();
--> statement-breakpoint
CREATE TRIGGER settlement_lines_closed_delete AFTER DELETE ON settlement_lines REFERENCING OLD TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_lines();
