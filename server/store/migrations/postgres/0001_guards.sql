CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays_as_written BEFORE UPDATE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit entry is never changed');
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays BEFORE DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit entry is never removed');
--> statement-breakpoint
CREATE TRIGGER content_stays_as_written BEFORE UPDATE ON content
FOR EACH ROW EXECUTE FUNCTION refuse_change('a published text is never changed');
--> statement-breakpoint
CREATE TRIGGER content_stays BEFORE DELETE OR TRUNCATE ON content
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a published text is never removed');
--> statement-breakpoint
CREATE TRIGGER published_version_stays_as_written BEFORE UPDATE ON published_version
FOR EACH ROW EXECUTE FUNCTION refuse_change('a published version is never changed');
--> statement-breakpoint
CREATE TRIGGER published_version_stays BEFORE DELETE OR TRUNCATE ON published_version
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a published version is never removed');
--> statement-breakpoint
CREATE TRIGGER published_basis_stays_as_written BEFORE UPDATE ON published_basis
FOR EACH ROW EXECUTE FUNCTION refuse_change('published content is never changed');
--> statement-breakpoint
CREATE TRIGGER published_basis_stays BEFORE DELETE OR TRUNCATE ON published_basis
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('published content is never removed');
--> statement-breakpoint
CREATE TRIGGER release_stays_as_written BEFORE UPDATE ON release
FOR EACH ROW EXECUTE FUNCTION refuse_change('a release is never changed');
--> statement-breakpoint
CREATE TRIGGER release_stays BEFORE DELETE OR TRUNCATE ON release
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a release is never removed');
--> statement-breakpoint
CREATE TRIGGER draft_revision_stays_as_written BEFORE UPDATE ON draft_revision
FOR EACH ROW EXECUTE FUNCTION refuse_change('a revision is never changed');
--> statement-breakpoint
CREATE TRIGGER draft_revision_stays BEFORE DELETE OR TRUNCATE ON draft_revision
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a revision is never removed');
--> statement-breakpoint
CREATE TRIGGER ruleset_event_stays_as_written BEFORE UPDATE ON ruleset_event
FOR EACH ROW EXECUTE FUNCTION refuse_change('history is never changed');
--> statement-breakpoint
CREATE TRIGGER ruleset_event_stays BEFORE DELETE OR TRUNCATE ON ruleset_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('history is never removed');
--> statement-breakpoint
CREATE TRIGGER decision_stays BEFORE DELETE OR TRUNCATE ON decision
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a kept decision is erased, never removed');
--> statement-breakpoint
CREATE TRIGGER decision_stays_as_written BEFORE UPDATE OF id, entry, place, authority, who, at, ruleset, version,
  version_hash, vocabulary_hash, family_vocabulary_hash, calendar_hashes, as_of, restate_attachment, semantics, build,
  trace, family_mac, content_mac, places, rest, answer, trace_digest, supersedes, note ON decision
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a kept decision is never changed');
