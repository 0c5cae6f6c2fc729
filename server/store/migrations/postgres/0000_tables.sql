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
CREATE TABLE "content" (
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL
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
CREATE TABLE "draft" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"authority" text NOT NULL,
	"state" text NOT NULL,
	"revision" bigint NOT NULL,
	"last_revision" bigint NOT NULL,
	"based_on" text,
	"submission" text,
	"approval" text,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_revision" (
	"id" text PRIMARY KEY NOT NULL,
	"draft" text NOT NULL,
	"revision" bigint NOT NULL,
	"document" text NOT NULL,
	"cases" text,
	"base" bigint NOT NULL,
	"stale" bigint NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
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
CREATE TABLE "published_basis" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"document" text NOT NULL,
	"file" text NOT NULL,
	"draft" text,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_version" (
	"id" text PRIMARY KEY NOT NULL,
	"ruleset" text NOT NULL,
	"version" text NOT NULL,
	"hash" text NOT NULL,
	"document" text NOT NULL,
	"cases" text,
	"file" text NOT NULL,
	"vocabulary" text NOT NULL,
	"vocabulary_hash" text NOT NULL,
	"calendars" text NOT NULL,
	"draft" text,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release" (
	"id" text PRIMARY KEY NOT NULL,
	"ruleset" text NOT NULL,
	"version" text NOT NULL,
	"document" text NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ruleset_event" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"version" text,
	"draft" text,
	"event" text NOT NULL,
	"hash" text,
	"reason" text,
	"detail" text NOT NULL,
	"entry" bigint NOT NULL,
	"place" bigint NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL
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
CREATE TABLE "shelf" (
	"id" text PRIMARY KEY NOT NULL,
	"stamp" bigint NOT NULL,
	"releases" text
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
CREATE INDEX "draft_state" ON "draft" USING btree ("state");--> statement-breakpoint
CREATE INDEX "draft_revision_draft" ON "draft_revision" USING btree ("draft");--> statement-breakpoint
CREATE INDEX "family_document_entry" ON "family_document" USING btree ("entry","place");--> statement-breakpoint
CREATE INDEX "family_key_entry" ON "family_key" USING btree ("entry","place");--> statement-breakpoint
CREATE UNIQUE INDEX "family_key_family" ON "family_key" USING btree ("authority","family");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE INDEX "published_basis_name" ON "published_basis" USING btree ("kind","name");--> statement-breakpoint
CREATE INDEX "published_version_ruleset" ON "published_version" USING btree ("ruleset");--> statement-breakpoint
CREATE INDEX "release_ruleset" ON "release" USING btree ("ruleset");--> statement-breakpoint
CREATE INDEX "ruleset_event_name" ON "ruleset_event" USING btree ("kind","name");--> statement-breakpoint
CREATE INDEX "ruleset_event_draft" ON "ruleset_event" USING btree ("draft");