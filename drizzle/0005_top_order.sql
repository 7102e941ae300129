DROP INDEX "summaries_clicks_idx";--> statement-breakpoint
DROP INDEX "summaries_views_idx";--> statement-breakpoint
CREATE INDEX "summaries_clicks_idx" ON "summaries" USING btree ("grain","start_on","clicks" DESC NULLS FIRST,"content_id") WHERE clicks > 0;--> statement-breakpoint
CREATE INDEX "summaries_views_idx" ON "summaries" USING btree ("grain","start_on","views" DESC NULLS FIRST,"content_id") WHERE views > 0;