CREATE TABLE "video_files" (
	"key" text NOT NULL,
	"bytes" bigint NOT NULL,
	"uploader_kind" text NOT NULL,
	"uploader_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "video_files_pkey" PRIMARY KEY("key"),
	CONSTRAINT "video_files_key" CHECK ("video_files"."key" ~ '^[0-9a-f]{32}\.(mp4|webm)$'),
	CONSTRAINT "video_files_size" CHECK ("video_files"."bytes" > 0),
	CONSTRAINT "video_files_uploader_kind" CHECK ("video_files"."uploader_kind" in ('user', 'key', 'system'))
);
--> statement-breakpoint
CREATE TABLE "ad_video_views" (
	"content_id" bigint NOT NULL,
	"ad_video_id" bigint NOT NULL,
	"views" bigint NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "ad_video_views_pkey" PRIMARY KEY("day","content_id","ad_video_id"),
	CONSTRAINT "ad_video_views_positive" CHECK ("ad_video_views"."views" > 0)
);
--> statement-breakpoint
CREATE TABLE "ad_videos" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ad_videos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"duration_seconds" integer NOT NULL,
	"active" boolean NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"file_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ad_videos_pkey" PRIMARY KEY("id"),
	CONSTRAINT "ad_videos_duration" CHECK ("ad_videos"."duration_seconds" > 0),
	CONSTRAINT "ad_videos_source" CHECK (num_nonnulls("ad_videos"."url", "ad_videos"."file_key") = 1)
);
--> statement-breakpoint
DROP INDEX "watch_players_at_idx";--> statement-breakpoint
ALTER TABLE "watch_players" ADD COLUMN "position_seconds" integer;--> statement-breakpoint
ALTER TABLE "watch_times" ADD COLUMN "unfolded_milliseconds" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "ad_video_views_ad_idx" ON "ad_video_views" USING btree ("ad_video_id","day");--> statement-breakpoint
CREATE INDEX "ad_videos_owner_idx" ON "ad_videos" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "ad_videos_active_idx" ON "ad_videos" USING btree ("id") WHERE active;--> statement-breakpoint
CREATE INDEX "events_ad_video_idx" ON "events" USING btree ("ad_video_id") WHERE ad_video_id is not null;--> statement-breakpoint
CREATE INDEX "watch_players_at_brin" ON "watch_players" USING brin ("at");--> statement-breakpoint
CREATE INDEX "watch_times_unfolded_idx" ON "watch_times" USING btree ("start_on","content_id") WHERE unfolded_milliseconds > 0;--> statement-breakpoint
ALTER TABLE "watch_players" ADD CONSTRAINT "watch_players_position" CHECK ("watch_players"."position_seconds" >= 0);--> statement-breakpoint
-- Room on each page for the next heartbeat of its players, so that no index is touched.
ALTER TABLE "watch_players" SET (fillfactor = 80);
