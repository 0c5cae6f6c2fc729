CREATE TRIGGER claim_stays_as_written BEFORE UPDATE OF id, entry, place, run, authority, local_authority, programme, phase,
  payment, kind, pence, on_day, attached_on, ruleset, version, version_hash, record ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_stays BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is withdrawn, never removed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_name_stays_as_written BEFORE UPDATE OF id, entry, place, claim, authority, kind ON claim_name
BEGIN SELECT RAISE(ABORT, 'what a claim is met by is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_name_stays BEFORE DELETE ON claim_name
BEGIN SELECT RAISE(ABORT, 'what a claim is met by is erased, never removed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_event_stays_as_written BEFORE UPDATE ON claim_event
BEGIN SELECT RAISE(ABORT, 'what became of a claim is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_event_stays BEFORE DELETE ON claim_event
BEGIN SELECT RAISE(ABORT, 'what became of a claim is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_apart_stays_as_written BEFORE UPDATE OF id, entry, place, authority, claim, reason, at, actor, actor_name ON claim_apart
BEGIN SELECT RAISE(ABORT, 'a finding is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_apart_stays BEFORE DELETE ON claim_apart
BEGIN SELECT RAISE(ABORT, 'a finding is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_held_stays_as_written BEFORE UPDATE OF id, entry, place, run, authority, payment, code, claims ON claim_held
BEGIN SELECT RAISE(ABORT, 'what was held back is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_held_stays BEFORE DELETE ON claim_held
BEGIN SELECT RAISE(ABORT, 'what was held back is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_window_stays_as_written BEFORE UPDATE ON claim_window
BEGIN SELECT RAISE(ABORT, 'a claim window is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER claim_window_stays BEFORE DELETE ON claim_window
BEGIN SELECT RAISE(ABORT, 'a claim window is never removed'); END;
