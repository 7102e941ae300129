CREATE TABLE "settlement_creator_days" (
	"creator_id" bigint NOT NULL,
	"videos" bigint NOT NULL,
	"views" bigint NOT NULL,
	"ad_views" bigint NOT NULL,
	"video_won" bigint NOT NULL,
	"ad_won" bigint NOT NULL,
	"adjusted_won" bigint NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "settlement_creator_days_pkey" PRIMARY KEY("creator_id","day")
);
--> statement-breakpoint
CREATE INDEX "settlement_creator_days_day_idx" ON "settlement_creator_days" USING btree ("day");--> statement-breakpoint
INSERT INTO "settlement_creator_days" ("creator_id", "videos", "views", "ad_views", "video_won", "ad_won", "adjusted_won", "day")
SELECT coalesce(creator_id, 0), count(*) FILTER (WHERE for_day = day), sum(views_after - views_before), sum(ad_views_after - ad_views_before),
  sum(video_won), sum(ad_won), coalesce(sum(video_won + ad_won) FILTER (WHERE for_day < day), 0), day
FROM "settlement_lines" GROUP BY coalesce(creator_id, 0), day;
