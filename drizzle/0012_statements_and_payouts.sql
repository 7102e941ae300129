CREATE TABLE "creator_holds" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "creator_holds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"creator_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"held_by" text NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "creator_holds_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "payout_accounts" (
	"creator_id" bigint NOT NULL,
	"bank" text NOT NULL,
	"sealed_number" text NOT NULL,
	"last4" text NOT NULL,
	"holder" text NOT NULL,
	"payee" text NOT NULL,
	"business_number" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payout_accounts_pkey" PRIMARY KEY("creator_id"),
	CONSTRAINT "payout_accounts_payee" CHECK ("payout_accounts"."payee" in ('individual', 'business')),
	CONSTRAINT "payout_accounts_business_number" CHECK (("payout_accounts"."payee" = 'business') = ("payout_accounts"."business_number" is not null)),
	CONSTRAINT "payout_accounts_last4" CHECK ("payout_accounts"."last4" ~ '^[0-9]{4}$')
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payouts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"creator_id" bigint NOT NULL,
	"month" date NOT NULL,
	"amount_won" bigint NOT NULL,
	"state" text NOT NULL,
	"held_from" text,
	"held_reason" text,
	"hold_id" bigint,
	"bank" text,
	"sealed_number" text,
	"last4" text,
	"holder" text,
	"file" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"paid_reference" text,
	CONSTRAINT "payouts_pkey" PRIMARY KEY("id"),
	CONSTRAINT "payouts_amount" CHECK ("payouts"."amount_won" > 0),
	CONSTRAINT "payouts_state" CHECK ("payouts"."state" in ('pending', 'approved', 'paid', 'held')),
	CONSTRAINT "payouts_held" CHECK (("payouts"."state" = 'held') = ("payouts"."held_from" is not null) and ("payouts"."state" = 'held') = ("payouts"."held_reason" is not null) and "payouts"."held_from" in ('pending', 'approved')),
	CONSTRAINT "payouts_account" CHECK ((coalesce("payouts"."held_from", "payouts"."state") = 'pending') = ("payouts"."sealed_number" is null) and ("payouts"."sealed_number" is null) = ("payouts"."bank" is null) and ("payouts"."sealed_number" is null) = ("payouts"."holder" is null) and ("payouts"."sealed_number" is null) = ("payouts"."approved_at" is null)),
	CONSTRAINT "payouts_paid" CHECK (("payouts"."state" = 'paid') = ("payouts"."paid_at" is not null) and ("payouts"."state" = 'paid') = ("payouts"."paid_reference" is not null))
);
--> statement-breakpoint
CREATE TABLE "settlement_months" (
	"month" date NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"closed_by" text NOT NULL,
	"creators" integer NOT NULL,
	"video_won" bigint NOT NULL,
	"ad_won" bigint NOT NULL,
	"net_won" bigint NOT NULL,
	CONSTRAINT "settlement_months_pkey" PRIMARY KEY("month")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"creator_id" bigint NOT NULL,
	"month" date NOT NULL,
	"videos" bigint NOT NULL,
	"views" bigint NOT NULL,
	"ad_views" bigint NOT NULL,
	"video_won" bigint NOT NULL,
	"ad_won" bigint NOT NULL,
	"adjustments_won" bigint NOT NULL,
	"carried_won" bigint NOT NULL,
	"payee" text NOT NULL,
	"income_tax_rate" integer NOT NULL,
	"local_tax_rate" integer NOT NULL,
	"income_tax_won" bigint NOT NULL,
	"local_tax_won" bigint NOT NULL,
	"net_won" bigint NOT NULL,
	"carries_won" bigint NOT NULL,
	"refusals" jsonb NOT NULL,
	"lines" bigint NOT NULL,
	"lines_checksum" text NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "statements_pkey" PRIMARY KEY("creator_id","month"),
	CONSTRAINT "statements_net_key" UNIQUE("creator_id","month","net_won"),
	CONSTRAINT "statements_payee" CHECK ("statements"."payee" in ('individual', 'business')),
	CONSTRAINT "statements_carried" CHECK ("statements"."carried_won" <= 0 and "statements"."carries_won" <= 0),
	CONSTRAINT "statements_net" CHECK ("statements"."net_won" >= 0 and "statements"."video_won" + "statements"."ad_won" + "statements"."carried_won" = "statements"."net_won" + "statements"."income_tax_won" + "statements"."local_tax_won" + "statements"."carries_won"),
	CONSTRAINT "statements_withheld" CHECK ("statements"."income_tax_won" >= 0 and "statements"."local_tax_won" >= 0 and ("statements"."payee" = 'individual' or "statements"."income_tax_won" + "statements"."local_tax_won" = 0))
);
--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_statement_fkey" FOREIGN KEY ("creator_id","month","amount_won") REFERENCES "public"."statements"("creator_id","month","net_won") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_hold_fkey" FOREIGN KEY ("hold_id") REFERENCES "public"."creator_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "creator_holds_standing_key" ON "creator_holds" USING btree ("creator_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_statement_key" ON "payouts" USING btree ("creator_id","month");--> statement-breakpoint
CREATE INDEX "payouts_month_idx" ON "payouts" USING btree ("month","id");--> statement-breakpoint
CREATE INDEX "statements_month_idx" ON "statements" USING btree ("month","creator_id");--> statement-breakpoint
-- I9: what a creator was told of a closed month stays as it was told.
CREATE FUNCTION refuse_closed_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is closed and never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER statements_closed BEFORE UPDATE OR DELETE ON statements
FOR EACH ROW EXECUTE FUNCTION refuse_closed_statements();
--> statement-breakpoint
CREATE TRIGGER settlement_months_closed BEFORE UPDATE OR DELETE ON settlement_months
FOR EACH ROW EXECUTE FUNCTION refuse_closed_statements();
