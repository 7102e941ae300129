CREATE INDEX "contents_title_chars_idx" ON "contents" USING gin (string_to_array(lower("title"), null));--> statement-breakpoint
CREATE INDEX "contents_kind_idx" ON "contents" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "contents_archived_idx" ON "contents" USING btree ("id") WHERE archived_at is not null;