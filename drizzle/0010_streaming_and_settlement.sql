CREATE TABLE "viewer_blocks" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "viewer_blocks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"viewer" text COLLATE "C" NOT NULL,
	"from_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "viewer_blocks_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "content_owners" (
	"content_id" bigint NOT NULL,
	"from_on" date NOT NULL,
	"creator_id" bigint,
	CONSTRAINT "content_owners_pkey" PRIMARY KEY("content_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "settlement_lines" (
	"content_id" bigint NOT NULL,
	"creator_id" bigint,
	"views_before" bigint NOT NULL,
	"views_after" bigint NOT NULL,
	"ad_views_before" bigint NOT NULL,
	"ad_views_after" bigint NOT NULL,
	"video_tenths" bigint NOT NULL,
	"ad_tenths" bigint NOT NULL,
	"video_won" bigint NOT NULL,
	"ad_won" bigint NOT NULL,
	"tariff_version" integer NOT NULL,
	"day" date NOT NULL,
	"for_day" date NOT NULL,
	CONSTRAINT "settlement_lines_pkey" PRIMARY KEY("day","content_id","for_day"),
	CONSTRAINT "settlement_lines_for_day" CHECK ("settlement_lines"."for_day" <= "settlement_lines"."day")
) PARTITION BY RANGE ("day");
--> statement-breakpoint
-- Months have partitions of their own, made ahead; what lies here is in none.
CREATE TABLE "settlement_lines_default" PARTITION OF "settlement_lines" DEFAULT;
--> statement-breakpoint
CREATE TABLE "tariffs" (
	"version" integer GENERATED ALWAYS AS IDENTITY (sequence name "tariffs_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"effective_on" date NOT NULL,
	"video" jsonb NOT NULL,
	"ad" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tariffs_pkey" PRIMARY KEY("version")
);
--> statement-breakpoint
CREATE TABLE "watch_players" (
	"content_id" bigint NOT NULL,
	"watched_milliseconds" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"viewer" text COLLATE "C" NOT NULL,
	"player_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "watch_players_pkey" PRIMARY KEY("content_id","viewer","player_id")
);
--> statement-breakpoint
CREATE TABLE "watch_positions" (
	"content_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"position_seconds" integer NOT NULL,
	"viewer" text COLLATE "C" NOT NULL,
	CONSTRAINT "watch_positions_pkey" PRIMARY KEY("content_id","viewer"),
	CONSTRAINT "watch_positions_position" CHECK ("watch_positions"."position_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "watch_times" (
	"content_id" bigint NOT NULL,
	"milliseconds" bigint NOT NULL,
	"start_on" date NOT NULL,
	"grain" char(1) NOT NULL,
	CONSTRAINT "watch_times_pkey" PRIMARY KEY("grain","start_on","content_id"),
	CONSTRAINT "watch_times_grain" CHECK ("watch_times"."grain" in ('d', 'w', 'm')),
	CONSTRAINT "watch_times_not_negative" CHECK ("watch_times"."milliseconds" >= 0)
);
--> statement-breakpoint
CREATE INDEX "viewer_blocks_viewer_idx" ON "viewer_blocks" USING btree ("viewer") WHERE lifted_at is null;
--> statement-breakpoint
CREATE INDEX "settlement_lines_creator_idx" ON "settlement_lines" USING btree ("creator_id","day","content_id");
--> statement-breakpoint
CREATE INDEX "settlement_lines_content_idx" ON "settlement_lines" USING btree ("content_id","day");
--> statement-breakpoint
CREATE UNIQUE INDEX "tariffs_effective_on_key" ON "tariffs" USING btree ("effective_on");
--> statement-breakpoint
CREATE INDEX "watch_players_at_idx" ON "watch_players" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "watch_times_top_idx" ON "watch_times" USING btree ("grain","start_on","milliseconds" DESC NULLS FIRST,"content_id");
--> statement-breakpoint
-- Settlement rule 3, in force from before the first event.
INSERT INTO tariffs (effective_on, video, ad) VALUES ('2000-01-01',
  '[{"from":1,"tenths":10},{"from":100000,"tenths":11},{"from":500000,"tenths":13},{"from":1000000,"tenths":15}]',
  '[{"from":1,"tenths":100},{"from":100000,"tenths":120},{"from":500000,"tenths":150},{"from":1000000,"tenths":200}]');
--> statement-breakpoint
INSERT INTO content_owners (content_id, from_on, creator_id) SELECT id, '2000-01-01', creator_id FROM contents WHERE creator_id IS NOT NULL;
