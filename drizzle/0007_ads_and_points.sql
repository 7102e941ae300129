CREATE TABLE "ad_drafts" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ad_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ad_drafts_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "ad_refusals" (
	"ad_id" bigint NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "ad_refusals_pkey" PRIMARY KEY("ad_id","hour","reason")
);
--> statement-breakpoint
CREATE TABLE "ads" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reward_points" integer NOT NULL,
	"places" integer NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"image_key" text,
	"image_url" text,
	"eligibility" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "ads_pkey" PRIMARY KEY("id"),
	CONSTRAINT "ads_state" CHECK ("ads"."state" in ('open', 'paused', 'ended')),
	CONSTRAINT "ads_reward_points" CHECK ("ads"."reward_points" between 0 and 1000000),
	CONSTRAINT "ads_places" CHECK ("ads"."places" >= 1),
	CONSTRAINT "ads_used" CHECK ("ads"."used" between 0 and "ads"."places"),
	CONSTRAINT "ads_period" CHECK ("ads"."starts_at" < "ads"."ends_at"),
	CONSTRAINT "ads_one_image" CHECK ("ads"."image_key" is null or "ads"."image_url" is null)
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "participations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ad_id" bigint NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"reward_points" integer NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"ad_name" text NOT NULL,
	CONSTRAINT "participations_pkey" PRIMARY KEY("member_id","ad_id"),
	CONSTRAINT "participations_member_id_length" CHECK (char_length("participations"."member_id") between 1 and 64)
) PARTITION BY HASH ("member_id");
--> statement-breakpoint
DO $$
BEGIN
  FOR i IN 0..15 LOOP
    EXECUTE format('CREATE TABLE participations_%s PARTITION OF participations FOR VALUES WITH (MODULUS 16, REMAINDER %s)', i, i);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TABLE "point_accruals" (
	"amount" bigint NOT NULL,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"accrued_at" timestamp (3) with time zone,
	"member_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	CONSTRAINT "point_accruals_pkey" PRIMARY KEY("member_id","reference"),
	CONSTRAINT "point_accruals_amount" CHECK ("point_accruals"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "point_balances" (
	"member_id" text COLLATE "C" NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "point_balances_pkey" PRIMARY KEY("member_id"),
	CONSTRAINT "point_balances_not_negative" CHECK ("point_balances"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE "point_entries" (
	"transfer_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"member_id" text COLLATE "C" NOT NULL,
	"account" text NOT NULL,
	CONSTRAINT "point_entries_pkey" PRIMARY KEY("member_id","transfer_id","account"),
	CONSTRAINT "point_entries_account" CHECK ("point_entries"."account" in ('wallet', 'ads', 'posts', 'ranking', 'shop', 'correction')),
	CONSTRAINT "point_entries_amount" CHECK ("point_entries"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "point_transfers" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "point_transfers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "point_transfers_pkey" PRIMARY KEY("member_id","id"),
	CONSTRAINT "point_transfers_member_id_length" CHECK (char_length("point_transfers"."member_id") between 1 and 64)
);
--> statement-breakpoint
CREATE TABLE "idempotent_answers" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" smallint NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
ALTER TABLE "ad_drafts" ADD CONSTRAINT "ad_drafts_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ads" ADD CONSTRAINT "ads_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "ad_drafts_owner_id_idx" ON "ad_drafts" USING btree ("owner_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "ads_name_key" ON "ads" USING btree (lower("name"));
--> statement-breakpoint
CREATE INDEX "ads_owner_id_idx" ON "ads" USING btree ("owner_id","id");
--> statement-breakpoint
CREATE INDEX "ads_reward_idx" ON "ads" USING btree ("reward_points" DESC NULLS FIRST,"id") WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX "participations_history_idx" ON "participations" USING btree ("member_id","joined_at","id");
--> statement-breakpoint
CREATE INDEX "participations_ad_idx" ON "participations" USING btree ("ad_id","joined_at");
--> statement-breakpoint
CREATE INDEX "point_accruals_pending_idx" ON "point_accruals" USING btree ("member_id") WHERE accrued_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "point_transfers_reference_key" ON "point_transfers" USING btree ("member_id","reference");
--> statement-breakpoint
CREATE INDEX "idempotent_answers_created_at_idx" ON "idempotent_answers" USING btree ("created_at");
--> statement-breakpoint
-- Room beside each row, so that taking a place updates it where it lies.
ALTER TABLE "ads" SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE "point_balances" SET (fillfactor = 80);
--> statement-breakpoint
-- The ledger: no entry without its transfer, and both lie with their member.
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_transfer_fkey" FOREIGN KEY ("member_id","transfer_id") REFERENCES "public"."point_transfers"("member_id","id");
--> statement-breakpoint
CREATE TRIGGER point_transfers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON point_transfers
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER point_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON point_entries
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Points rule 1, at commit: a transfer has entries and they sum to zero. The column that names the transfer is the argument.
CREATE FUNCTION refuse_unbalanced_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  transfer bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
  total bigint;
BEGIN
  SELECT sum(amount) INTO total FROM point_entries WHERE member_id = new.member_id AND transfer_id = transfer;
  IF total IS DISTINCT FROM 0 THEN
    RAISE EXCEPTION 'the entries of transfer % sum to %, not to 0', transfer, coalesce(total::text, 'nothing')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'point_transfers_balanced', TABLE = 'point_transfers';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER point_transfers_balanced AFTER INSERT ON point_transfers DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_transfer('id');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER point_entries_balanced AFTER INSERT ON point_entries DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_transfer('transfer_id');
--> statement-breakpoint
-- Balances move with the wallets' entries, in the same statement; rows are locked in the order of the member.
CREATE FUNCTION move_point_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM point_balances WHERE member_id IN (SELECT member_id FROM added WHERE account = 'wallet')
    ORDER BY member_id FOR UPDATE;
  WITH sums AS (
    SELECT member_id, sum(amount)::bigint AS amount FROM added WHERE account = 'wallet' GROUP BY member_id
  ), moved AS (
    UPDATE point_balances b SET balance = b.balance + s.amount FROM sums s WHERE b.member_id = s.member_id
    RETURNING b.member_id
  )
  INSERT INTO point_balances AS b (member_id, balance)
  SELECT member_id, amount FROM sums WHERE member_id NOT IN (SELECT member_id FROM moved) ORDER BY member_id
  ON CONFLICT (member_id) DO UPDATE SET balance = b.balance + excluded.balance;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER point_entries_move_balances AFTER INSERT ON point_entries REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION move_point_balances();
