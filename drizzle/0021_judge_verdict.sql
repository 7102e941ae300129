-- As judge_step, but the state alone tells the verdict, so that one pass over the window is enough: below zero the event
-- was refused, and the state is the one before it with its sign turned.
CREATE FUNCTION judge_verdict_step(state bigint, at_ms bigint, carried boolean, window_ms bigint, cap bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF carried THEN RETURN at_ms << 20; END IF;
  IF state IS NULL THEN RETURN (at_ms << 20) + 1; END IF;
  IF at_ms - (abs(state) >> 20) < window_ms OR (abs(state) & 1048575) >= cap THEN RETURN -abs(state); END IF;
  RETURN (at_ms << 20) + (abs(state) & 1048575) + 1;
END $$;
--> statement-breakpoint
CREATE AGGREGATE judge_verdict(bigint, boolean, bigint, bigint) (SFUNC = judge_verdict_step, STYPE = bigint);
