CREATE TABLE "api_key" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"authority" text NOT NULL,
	"scopes" text NOT NULL,
	"created_by" text,
	"created_at" text NOT NULL,
	"expires_at" text,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"authority" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL,
	"changes" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"authority" text NOT NULL,
	"who" text NOT NULL,
	"at" text NOT NULL,
	"ruleset" text NOT NULL,
	"version" text NOT NULL,
	"version_hash" text NOT NULL,
	"vocabulary_hash" text NOT NULL,
	"family_vocabulary_hash" text NOT NULL,
	"calendar_hashes" text NOT NULL,
	"as_of" text NOT NULL,
	"restate_attachment" text,
	"semantics" bigint NOT NULL,
	"build" text NOT NULL,
	"trace" text NOT NULL,
	"family_mac" text NOT NULL,
	"content_mac" text NOT NULL,
	"content_id" text,
	"family" text,
	"family_document" text,
	"places" text NOT NULL,
	"rest" text NOT NULL,
	"answer" text NOT NULL,
	"trace_digest" text NOT NULL,
	"supersedes" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "family_document" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"authority" text NOT NULL,
	"document" text
);
--> statement-breakpoint
CREATE TABLE "family_key" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"authority" text NOT NULL,
	"family" text,
	"key" text
);
--> statement-breakpoint
CREATE TABLE "link" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person" text,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"authority" text NOT NULL,
	"roles" text NOT NULL,
	"password_hash" text,
	"created_at" text NOT NULL,
	"disabled_at" text
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"id" text PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"since" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "use" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_digest" ON "api_key" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("action");--> statement-breakpoint
CREATE INDEX "decision_entry" ON "decision" USING btree ("entry","place");--> statement-breakpoint
CREATE INDEX "decision_family" ON "decision" USING btree ("authority","family");--> statement-breakpoint
CREATE INDEX "decision_content" ON "decision" USING btree ("content_id");--> statement-breakpoint
CREATE INDEX "decision_supersedes" ON "decision" USING btree ("supersedes");--> statement-breakpoint
CREATE INDEX "decision_places" ON "decision" USING btree ("authority","version_hash","entry","place","places");--> statement-breakpoint
CREATE INDEX "family_document_entry" ON "family_document" USING btree ("entry","place");--> statement-breakpoint
CREATE INDEX "family_key_entry" ON "family_key" USING btree ("entry","place");--> statement-breakpoint
CREATE UNIQUE INDEX "family_key_family" ON "family_key" USING btree ("authority","family");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");