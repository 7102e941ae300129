-- The repeat window and the daily cap, judged in order of event time: rules 3 and 5 of events.
-- state = last counted time in milliseconds * 2^20 + counted events of the day; null before the first.
-- A carried event is one that counted in the day before: it opens a window and does not use up the cap.
CREATE FUNCTION judge_step(state bigint, at_ms bigint, carried boolean, window_ms bigint, cap bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF carried THEN RETURN at_ms << 20; END IF;
  IF state IS NULL THEN RETURN (at_ms << 20) + 1; END IF;
  IF at_ms - (state >> 20) < window_ms OR (state & 1048575) >= cap THEN RETURN state; END IF;
  RETURN (at_ms << 20) + (state & 1048575) + 1;
END $$;
--> statement-breakpoint
CREATE AGGREGATE judge_state(bigint, boolean, bigint, bigint) (SFUNC = judge_step, STYPE = bigint);
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO watermarks (id, counted_up_to) VALUES (1, 'epoch');
--> statement-breakpoint
-- Deltas come and go within a minute; vacuum them by number of rows, not by share.
ALTER TABLE event_deltas SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
