CREATE TABLE "provisional_verdicts" (
	"content_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"judged_in" date,
	CONSTRAINT "provisional_verdicts_pkey" PRIMARY KEY("day","content_id","id")
);
--> statement-breakpoint
ALTER TABLE "viewer_blocks" ADD COLUMN "applied_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "viewer_blocks" ADD COLUMN "progress" jsonb;--> statement-breakpoint
CREATE INDEX "provisional_verdicts_waiting_idx" ON "provisional_verdicts" USING btree ("day") WHERE judged_in is null;--> statement-breakpoint
-- Blocks that stand were applied by the runs of their days.
UPDATE "viewer_blocks" SET "applied_at" = "created_at";
--> statement-breakpoint
-- A provisional event against verdicts that stand: rule 8 of events. Nothing is counted less than the window after or
-- before a counted one; state is as in judge_step, its count that of the provisional ones alone.
CREATE FUNCTION judge_late_step(state bigint, at_ms bigint, stands boolean, next_ms bigint, window_ms bigint, cap bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF stands THEN RETURN (at_ms << 20) + coalesce(state & 1048575, 0); END IF;
  IF at_ms - (state >> 20) < window_ms OR next_ms - at_ms < window_ms THEN RETURN state; END IF;
  IF coalesce(state & 1048575, 0) >= cap THEN RETURN state; END IF;
  RETURN (at_ms << 20) + coalesce(state & 1048575, 0) + 1;
END $$;
--> statement-breakpoint
CREATE AGGREGATE judge_late_state(bigint, boolean, bigint, bigint, bigint) (SFUNC = judge_late_step, STYPE = bigint);
