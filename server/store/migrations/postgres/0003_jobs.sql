CREATE TABLE "job" (
	"id" text PRIMARY KEY NOT NULL,
	"authority" text NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"drafts" text NOT NULL,
	"cohort" text NOT NULL,
	"state" text NOT NULL,
	"done" bigint NOT NULL,
	"wrong" bigint NOT NULL,
	"of_families" bigint NOT NULL,
	"erased" bigint NOT NULL,
	"problem" text,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "job_lease" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" text NOT NULL,
	"tries" bigint NOT NULL,
	"done" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_part" (
	"id" text PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"authority" text NOT NULL,
	"number" bigint NOT NULL,
	"ids" text NOT NULL,
	"content" text NOT NULL,
	"traces" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "job_authority" ON "job" USING btree ("authority","created_at");--> statement-breakpoint
CREATE INDEX "job_state" ON "job" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "job_cohort" ON "job" USING btree ("cohort");--> statement-breakpoint
CREATE UNIQUE INDEX "job_part_number" ON "job_part" USING btree ("job","number");--> statement-breakpoint
CREATE INDEX "job_part_authority" ON "job_part" USING btree ("authority");