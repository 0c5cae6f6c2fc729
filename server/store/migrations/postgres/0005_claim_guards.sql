CREATE TRIGGER claim_stays_as_written BEFORE UPDATE OF id, entry, place, run, authority, local_authority, programme, phase,
  payment, kind, pence, on_day, attached_on, ruleset, version, version_hash, record ON claim
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a claim is never changed');
--> statement-breakpoint
CREATE TRIGGER claim_stays BEFORE DELETE OR TRUNCATE ON claim
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a claim is withdrawn, never removed');
--> statement-breakpoint
CREATE TRIGGER claim_name_stays_as_written BEFORE UPDATE OF id, entry, place, claim, authority, kind ON claim_name
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what a claim is met by is never changed');
--> statement-breakpoint
CREATE TRIGGER claim_name_stays BEFORE DELETE OR TRUNCATE ON claim_name
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what a claim is met by is erased, never removed');
--> statement-breakpoint
CREATE TRIGGER claim_event_stays_as_written BEFORE UPDATE ON claim_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what became of a claim is never changed');
--> statement-breakpoint
CREATE TRIGGER claim_event_stays BEFORE DELETE OR TRUNCATE ON claim_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what became of a claim is never removed');
--> statement-breakpoint
CREATE TRIGGER claim_apart_stays_as_written BEFORE UPDATE OF id, entry, place, authority, claim, reason, at, actor, actor_name ON claim_apart
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a finding is never changed');
--> statement-breakpoint
CREATE TRIGGER claim_apart_stays BEFORE DELETE OR TRUNCATE ON claim_apart
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a finding is never removed');
--> statement-breakpoint
CREATE TRIGGER claim_held_stays_as_written BEFORE UPDATE OF id, entry, place, run, authority, payment, code, claims ON claim_held
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what was held back is never changed');
--> statement-breakpoint
CREATE TRIGGER claim_held_stays BEFORE DELETE OR TRUNCATE ON claim_held
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what was held back is never removed');
--> statement-breakpoint
CREATE TRIGGER claim_window_stays_as_written BEFORE UPDATE ON claim_window
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a claim window is never changed');
--> statement-breakpoint
CREATE TRIGGER claim_window_stays BEFORE DELETE OR TRUNCATE ON claim_window
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a claim window is never removed');
