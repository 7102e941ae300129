ALTER TABLE "days" ADD COLUMN "lines_totals" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "result" jsonb;