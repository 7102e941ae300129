CREATE TABLE "run_ranges" (
	"run_id" bigint NOT NULL,
	"n" integer NOT NULL,
	"first_id" bigint,
	"end_id" bigint,
	"done" jsonb,
	CONSTRAINT "run_ranges_pkey" PRIMARY KEY("run_id","n")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "progress" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "tariff_version" integer;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "lines_before" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "lines_after" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "lines_changed" bigint;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "basis" text;
