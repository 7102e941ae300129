CREATE TABLE "coupons" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "coupons_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"post_id" bigint NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"order_id" bigint,
	"discount_value" integer NOT NULL,
	"discount_kind" text NOT NULL,
	"product_ids" bigint[],
	CONSTRAINT "coupons_pkey" PRIMARY KEY("member_id","id"),
	CONSTRAINT "coupons_used" CHECK (("coupons"."used_at" is null) = ("coupons"."order_id" is null)),
	CONSTRAINT "coupons_discount" CHECK ("coupons"."discount_value" >= 1 and ("coupons"."discount_kind" = 'points' or ("coupons"."discount_kind" = 'percent' and "coupons"."discount_value" <= 100))),
	CONSTRAINT "coupons_member_id_length" CHECK (char_length("coupons"."member_id") between 1 and 64)
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"send_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"held_until" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"address" text,
	"error" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "mails_pkey" PRIMARY KEY("member_id","send_id"),
	CONSTRAINT "mails_state" CHECK ("mails"."state" in ('waiting', 'sent', 'kept', 'failed')),
	CONSTRAINT "mails_sent" CHECK (("mails"."state" = 'sent') = ("mails"."sent_at" is not null)),
	CONSTRAINT "mails_locale" CHECK ("mails"."locale" in ('ko', 'en')),
	CONSTRAINT "mails_attempts" CHECK ("mails"."attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("member_id","reference"),
	CONSTRAINT "notices_kind" CHECK ("notices"."kind" in ('coupon-won', 'points-paid', 'ticket-bought', 'ticket-refunded', 'ranking-reward'))
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text NOT NULL,
	"product_id" bigint NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"refunded_at" timestamp (3) with time zone,
	"coupon_id" bigint,
	"price" integer NOT NULL,
	"price_version" integer NOT NULL,
	"discount" integer NOT NULL,
	"paid" integer NOT NULL,
	"product_name" text NOT NULL,
	"voucher_code" text NOT NULL,
	"refund_reason" text,
	CONSTRAINT "orders_pkey" PRIMARY KEY("member_id","id"),
	CONSTRAINT "orders_paid" CHECK ("orders"."paid" = "orders"."price" - "orders"."discount" and "orders"."discount" between 0 and "orders"."price"),
	CONSTRAINT "orders_refund" CHECK (("orders"."refunded_at" is null) = ("orders"."refund_reason" is null)),
	CONSTRAINT "orders_coupon" CHECK ("orders"."coupon_id" is not null or "orders"."discount" = 0)
);
--> statement-breakpoint
CREATE TABLE "product_prices" (
	"product_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"price" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "product_prices_pkey" PRIMARY KEY("product_id","version"),
	CONSTRAINT "product_prices_version" CHECK ("product_prices"."version" >= 1),
	CONSTRAINT "product_prices_price" CHECK ("product_prices"."price" between 0 and 1000000000)
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "products_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"price" integer NOT NULL,
	"price_version" integer DEFAULT 1 NOT NULL,
	"supply" integer NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"name" text NOT NULL,
	"intro" text NOT NULL,
	"image_key" text,
	"image_url" text,
	CONSTRAINT "products_pkey" PRIMARY KEY("id"),
	CONSTRAINT "products_price" CHECK ("products"."price" between 0 and 1000000000),
	CONSTRAINT "products_sold" CHECK ("products"."sold" between 0 and "products"."supply"),
	CONSTRAINT "products_one_image" CHECK ("products"."image_key" is null or "products"."image_url" is null)
);
--> statement-breakpoint
CREATE TABLE "vouchers" (
	"code" text NOT NULL,
	"member_id" text NOT NULL,
	"order_id" bigint NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"redeemed_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	"redeemed_by" text,
	CONSTRAINT "vouchers_pkey" PRIMARY KEY("code"),
	CONSTRAINT "vouchers_code" CHECK ("vouchers"."code" ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
	CONSTRAINT "vouchers_redeemed" CHECK (("vouchers"."redeemed_at" is null) = ("vouchers"."redeemed_by" is null)),
	CONSTRAINT "vouchers_one_end" CHECK ("vouchers"."redeemed_at" is null or "vouchers"."voided_at" is null)
);
--> statement-breakpoint
ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_post_key" ON "coupons" USING btree ("member_id","post_id");--> statement-breakpoint
CREATE INDEX "coupons_post_idx" ON "coupons" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "coupons_order_idx" ON "coupons" USING btree ("order_id") WHERE order_id is not null;--> statement-breakpoint
CREATE INDEX "mails_id_idx" ON "mails" USING btree ("id");--> statement-breakpoint
CREATE INDEX "mails_state_idx" ON "mails" USING btree ("state","id") WHERE state <> 'sent';--> statement-breakpoint
CREATE INDEX "notices_newest_idx" ON "notices" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "notices_unread_idx" ON "notices" USING btree ("member_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "orders_id_idx" ON "orders" USING btree ("id");--> statement-breakpoint
CREATE INDEX "orders_product_idx" ON "orders" USING btree ("product_id","id");--> statement-breakpoint
CREATE INDEX "products_on_sale_idx" ON "products" USING btree ("id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "vouchers_order_idx" ON "vouchers" USING btree ("order_id");