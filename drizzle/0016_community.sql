CREATE TABLE "closed_hours" (
	"id" smallint DEFAULT 1 NOT NULL,
	"from_minute" smallint,
	"until_minute" smallint,
	CONSTRAINT "closed_hours_pkey" PRIMARY KEY("id"),
	CONSTRAINT "closed_hours_one_row" CHECK ("closed_hours"."id" = 1),
	CONSTRAINT "closed_hours_both" CHECK (("closed_hours"."from_minute" is null) = ("closed_hours"."until_minute" is null)),
	CONSTRAINT "closed_hours_minutes" CHECK ("closed_hours"."from_minute" between 0 and 1439 and "closed_hours"."until_minute" between 0 and 1439 and "closed_hours"."from_minute" <> "closed_hours"."until_minute")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"post_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"author_id" text NOT NULL,
	"body" text NOT NULL,
	"hidden_reason" text,
	CONSTRAINT "comments_pkey" PRIMARY KEY("post_id","id"),
	CONSTRAINT "comments_hidden" CHECK (("comments"."hidden_at" is null) = ("comments"."hidden_reason" is null)),
	CONSTRAINT "comments_author_length" CHECK (char_length("comments"."author_id") between 1 and 64)
);
--> statement-breakpoint
CREATE TABLE "post_bodies" (
	"post_id" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "post_bodies_pkey" PRIMARY KEY("post_id")
);
--> statement-breakpoint
CREATE TABLE "post_offers" (
	"post_id" bigint NOT NULL,
	"coupons" integer NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"discount_value" integer NOT NULL,
	"valid_days" integer,
	"discount_kind" text NOT NULL,
	"product_ids" jsonb,
	CONSTRAINT "post_offers_pkey" PRIMARY KEY("post_id"),
	CONSTRAINT "post_offers_coupons" CHECK ("post_offers"."coupons" >= 1),
	CONSTRAINT "post_offers_used" CHECK ("post_offers"."used" between 0 and "post_offers"."coupons"),
	CONSTRAINT "post_offers_valid_days" CHECK ("post_offers"."valid_days" >= 1),
	CONSTRAINT "post_offers_discount" CHECK ("post_offers"."discount_value" >= 1 and ("post_offers"."discount_kind" = 'points' or ("post_offers"."discount_kind" = 'percent' and "post_offers"."discount_value" <= 100)))
);
--> statement-breakpoint
CREATE TABLE "post_quotas" (
	"day" date NOT NULL,
	"rewarded" smallint NOT NULL,
	"member_id" text NOT NULL,
	CONSTRAINT "post_quotas_pkey" PRIMARY KEY("member_id","day"),
	CONSTRAINT "post_quotas_rewarded" CHECK ("post_quotas"."rewarded" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" bigint NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"reward_points" integer DEFAULT 0 NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"kind" text NOT NULL,
	"author_id" text NOT NULL,
	"title" text NOT NULL,
	"hidden_reason" text,
	CONSTRAINT "posts_pkey" PRIMARY KEY("id"),
	CONSTRAINT "posts_kind" CHECK ("posts"."kind" in ('admin', 'notice', 'member')),
	CONSTRAINT "posts_comments" CHECK ("posts"."comments" >= 0),
	CONSTRAINT "posts_reward" CHECK ("posts"."reward_points" >= 0 and ("posts"."kind" = 'member' or "posts"."reward_points" = 0)),
	CONSTRAINT "posts_hidden" CHECK (("posts"."hidden_at" is null) = ("posts"."hidden_reason" is null)),
	CONSTRAINT "posts_author_length" CHECK (char_length("posts"."author_id") between 1 and 64),
	CONSTRAINT "posts_title_length" CHECK (char_length("posts"."title") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "ranking_days" (
	"day" date NOT NULL,
	"members" integer NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ranking_days_pkey" PRIMARY KEY("day")
);
--> statement-breakpoint
CREATE TABLE "rankings" (
	"day" date NOT NULL,
	"rank" integer NOT NULL,
	"posts" integer NOT NULL,
	"reward_points" integer NOT NULL,
	"reached_at" timestamp (3) with time zone NOT NULL,
	"member_id" text NOT NULL,
	CONSTRAINT "rankings_pkey" PRIMARY KEY("day","rank"),
	CONSTRAINT "rankings_rank" CHECK ("rankings"."rank" >= 1 and "rankings"."posts" >= 1),
	CONSTRAINT "rankings_reward" CHECK ("rankings"."reward_points" >= 0 and ("rankings"."rank" <= 3 or "rankings"."reward_points" = 0))
);
--> statement-breakpoint
ALTER TABLE "contents" DROP CONSTRAINT "contents_kind";--> statement-breakpoint
DROP INDEX "contents_title_idx";--> statement-breakpoint
ALTER TABLE "post_offers" ADD CONSTRAINT "post_offers_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_day_fkey" FOREIGN KEY ("day") REFERENCES "public"."ranking_days"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_id_idx" ON "comments" USING btree ("id");--> statement-breakpoint
CREATE INDEX "comments_author_idx" ON "comments" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_created_at_idx" ON "comments" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "posts_newest_idx" ON "posts" USING btree ("id") WHERE hidden_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "posts_kind_newest_idx" ON "posts" USING btree ("kind","id") WHERE hidden_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "posts_commented_idx" ON "posts" USING btree ("comments","id") WHERE hidden_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "posts_kind_commented_idx" ON "posts" USING btree ("kind","comments","id") WHERE hidden_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "posts_author_idx" ON "posts" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "posts_hidden_idx" ON "posts" USING btree ("id") WHERE hidden_at is not null and deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "rankings_member_key" ON "rankings" USING btree ("member_id","day");--> statement-breakpoint
CREATE INDEX "contents_listed_idx" ON "contents" USING btree ("id") WHERE kind <> 'post';--> statement-breakpoint
CREATE INDEX "contents_title_idx" ON "contents" USING btree ("title","id") WHERE kind <> 'post';--> statement-breakpoint
ALTER TABLE "contents" ADD CONSTRAINT "contents_kind" CHECK ("contents"."kind" in ('article', 'video', 'post'));--> statement-breakpoint
-- A board stands for good once it is frozen.
CREATE TRIGGER ranking_days_stand BEFORE UPDATE OR DELETE OR TRUNCATE ON ranking_days
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER rankings_stand BEFORE UPDATE OR DELETE OR TRUNCATE ON rankings
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
