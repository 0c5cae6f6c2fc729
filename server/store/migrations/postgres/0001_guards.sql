CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays_as_written BEFORE UPDATE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit entry is never changed');
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays BEFORE DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit entry is never removed');
