CREATE TABLE "claim" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"run" text NOT NULL,
	"authority" text NOT NULL,
	"local_authority" text NOT NULL,
	"family" text,
	"programme" text NOT NULL,
	"phase" bigint NOT NULL,
	"payment" text NOT NULL,
	"kind" text NOT NULL,
	"pence" bigint NOT NULL,
	"on_day" text NOT NULL,
	"attached_on" text NOT NULL,
	"ruleset" text NOT NULL,
	"version" text NOT NULL,
	"version_hash" text NOT NULL,
	"record" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_apart" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"authority" text NOT NULL,
	"family" text,
	"claim" text NOT NULL,
	"reason" text NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_event" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"claim" text NOT NULL,
	"authority" text NOT NULL,
	"event" text NOT NULL,
	"on_day" text NOT NULL,
	"pence" bigint,
	"reason" text,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_held" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"run" text NOT NULL,
	"authority" text NOT NULL,
	"family" text,
	"payment" text NOT NULL,
	"code" text NOT NULL,
	"claims" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_name" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"claim" text NOT NULL,
	"authority" text NOT NULL,
	"kind" text NOT NULL,
	"name" text
);
--> statement-breakpoint
CREATE TABLE "claim_run" (
	"id" text PRIMARY KEY NOT NULL,
	"authority" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"ruleset" text NOT NULL,
	"version" text NOT NULL,
	"version_hash" text NOT NULL,
	"programme" text NOT NULL,
	"phase" bigint NOT NULL,
	"as_of" text NOT NULL,
	"window" text NOT NULL,
	"cohort" text,
	"next" bigint NOT NULL,
	"done" bigint NOT NULL,
	"sample" text,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "claim_window" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"entry" bigint NOT NULL,
	"document" text NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "claim_run_claims" ON "claim" USING btree ("run","entry","place");--> statement-breakpoint
CREATE INDEX "claim_authority" ON "claim" USING btree ("authority","entry","place");--> statement-breakpoint
CREATE INDEX "claim_family" ON "claim" USING btree ("authority","family");--> statement-breakpoint
CREATE INDEX "claim_record" ON "claim" USING btree ("record");--> statement-breakpoint
CREATE INDEX "claim_apart_family" ON "claim_apart" USING btree ("authority","family");--> statement-breakpoint
CREATE INDEX "claim_event_claim" ON "claim_event" USING btree ("claim","entry","place");--> statement-breakpoint
CREATE INDEX "claim_held_run" ON "claim_held" USING btree ("run","entry","place");--> statement-breakpoint
CREATE INDEX "claim_name_name" ON "claim_name" USING btree ("name");--> statement-breakpoint
CREATE INDEX "claim_name_claim" ON "claim_name" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "claim_run_authority" ON "claim_run" USING btree ("authority","created_at");