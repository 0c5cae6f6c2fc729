CREATE TRIGGER audit_entry_stays_as_written BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER content_stays_as_written BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'a published text is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER content_stays BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'a published text is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_stays_as_written BEFORE UPDATE ON published_version
BEGIN SELECT RAISE(ABORT, 'a published version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_stays BEFORE DELETE ON published_version
BEGIN SELECT RAISE(ABORT, 'a published version is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER published_basis_stays_as_written BEFORE UPDATE ON published_basis
BEGIN SELECT RAISE(ABORT, 'published content is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER published_basis_stays BEFORE DELETE ON published_basis
BEGIN SELECT RAISE(ABORT, 'published content is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER release_stays_as_written BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER release_stays BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER draft_revision_stays_as_written BEFORE UPDATE ON draft_revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER draft_revision_stays BEFORE DELETE ON draft_revision
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ruleset_event_stays_as_written BEFORE UPDATE ON ruleset_event
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ruleset_event_stays BEFORE DELETE ON ruleset_event
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a kept decision is erased, never removed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_stays_as_written BEFORE UPDATE OF id, entry, place, authority, who, at, ruleset, version,
  version_hash, vocabulary_hash, family_vocabulary_hash, calendar_hashes, as_of, restate_attachment, semantics, build,
  trace, family_mac, content_mac, places, rest, answer, trace_digest, supersedes, note ON decision
BEGIN SELECT RAISE(ABORT, 'a kept decision is never changed'); END;
