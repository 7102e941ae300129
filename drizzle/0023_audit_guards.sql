-- Deleting is refused whatever it matches, as before; only a change of rows is looked at row by row.
DROP TRIGGER audit_log_append_only ON audit_log;
--> statement-breakpoint
DROP TRIGGER audit_log_not_truncated ON audit_log;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_keeps_rows BEFORE UPDATE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
