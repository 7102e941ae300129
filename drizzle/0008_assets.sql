CREATE TABLE "assets" (
	"key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"uploader_kind" text NOT NULL,
	"uploader_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assets_pkey" PRIMARY KEY("key"),
	CONSTRAINT "assets_key" CHECK ("assets"."key" ~ '^[0-9a-f]{32}\.webp$'),
	CONSTRAINT "assets_size" CHECK ("assets"."width" > 0 and "assets"."height" > 0 and "assets"."bytes" > 0),
	CONSTRAINT "assets_uploader_kind" CHECK ("assets"."uploader_kind" in ('user', 'key', 'system'))
);
--> statement-breakpoint
CREATE INDEX "assets_uploader_idx" ON "assets" USING btree ("uploader_kind","uploader_id","created_at");