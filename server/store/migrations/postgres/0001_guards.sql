CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays_as_written BEFORE UPDATE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit entry is never changed');
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays BEFORE DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit entry is never removed');
--> statement-breakpoint
CREATE TRIGGER decision_stays BEFORE DELETE OR TRUNCATE ON decision
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a kept decision is erased, never removed');
--> statement-breakpoint
CREATE TRIGGER decision_stays_as_written BEFORE UPDATE OF id, entry, place, authority, who, at, ruleset, version,
  version_hash, vocabulary_hash, family_vocabulary_hash, calendar_hashes, as_of, restate_attachment, semantics, build,
  trace, family_mac, content_mac, places, rest, answer, trace_digest, supersedes, note ON decision
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a kept decision is never changed');
