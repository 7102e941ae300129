CREATE TABLE "crons" (
	"name" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error" text,
	CONSTRAINT "crons_pkey" PRIMARY KEY("name")
);
--> statement-breakpoint
ALTER TABLE "days" ADD COLUMN "events_dropped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "days" ADD CONSTRAINT "days_dropped_are_closed" CHECK ("days"."events_dropped_at" is null or "days"."state" = 'closed');--> statement-breakpoint
-- A person who is erased leaves what they did, under no name: the one change that a line of the audit log takes.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.actor_name = 'erased' AND to_jsonb(NEW) - 'actor_name' = to_jsonb(OLD) - 'actor_name' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER audit_log_append_only ON audit_log;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_not_truncated BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
