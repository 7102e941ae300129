CREATE TABLE "watch_day_totals" (
	"day" date NOT NULL,
	"milliseconds" bigint NOT NULL,
	CONSTRAINT "watch_day_totals_pkey" PRIMARY KEY("day"),
	CONSTRAINT "watch_day_totals_not_negative" CHECK ("watch_day_totals"."milliseconds" >= 0)
);

--> statement-breakpoint
INSERT INTO "watch_day_totals" SELECT start_on, sum(milliseconds - unfolded_milliseconds) FROM "watch_times" WHERE grain = 'd' GROUP BY 1;
