CREATE TRIGGER audit_entry_stays_as_written BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a kept decision is erased, never removed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_stays_as_written BEFORE UPDATE OF id, entry, place, authority, who, at, ruleset, version,
  version_hash, vocabulary_hash, family_vocabulary_hash, calendar_hashes, as_of, restate_attachment, semantics, build,
  trace, family_mac, content_mac, places, rest, answer, trace_digest, supersedes, note ON decision
BEGIN SELECT RAISE(ABORT, 'a kept decision is never changed'); END;
