ALTER TABLE "day_totals" DROP CONSTRAINT "day_totals_not_negative";--> statement-breakpoint
ALTER TABLE "summaries" DROP CONSTRAINT "summaries_not_negative";
--> statement-breakpoint
-- A correction is an upsert of negative amounts; a check would refuse the proposed row even though it is only added to one.
CREATE FUNCTION refuse_negative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a figure of % would fall below zero: %', TG_TABLE_NAME, NEW USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER summaries_not_negative AFTER INSERT OR UPDATE ON summaries FOR EACH ROW
WHEN (least(NEW.clicks, NEW.likes, NEW.unlikes, NEW.views, NEW.ad_views, NEW.rapid_repeat, NEW.daily_cap, NEW.bot, NEW.already_liked, NEW.not_liked, NEW.superseded, NEW.own_content, NEW.repeat_view, NEW.blocked) < 0)
EXECUTE FUNCTION refuse_negative();
--> statement-breakpoint
CREATE TRIGGER day_totals_not_negative AFTER INSERT OR UPDATE ON day_totals FOR EACH ROW
WHEN (least(NEW.clicks, NEW.likes, NEW.unlikes, NEW.views, NEW.ad_views, NEW.rapid_repeat, NEW.daily_cap, NEW.bot, NEW.already_liked, NEW.not_liked, NEW.superseded, NEW.own_content, NEW.repeat_view, NEW.blocked) < 0)
EXECUTE FUNCTION refuse_negative();
