CREATE TABLE "cohort" (
	"id" text PRIMARY KEY NOT NULL,
	"authority" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"files" text NOT NULL,
	"notes" text NOT NULL,
	"faults" text NOT NULL,
	"vocabulary" text NOT NULL,
	"vocabulary_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"revision" bigint NOT NULL,
	"families" bigint NOT NULL,
	"held" bigint NOT NULL,
	"findings" bigint NOT NULL,
	"left_out" bigint NOT NULL,
	"erased" bigint NOT NULL,
	"hash" text,
	"completeness" text,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "cohort_block" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort" text NOT NULL,
	"authority" text NOT NULL,
	"number" bigint NOT NULL,
	"families" bigint NOT NULL,
	"held" bigint NOT NULL,
	"findings" bigint NOT NULL,
	"ids" text NOT NULL,
	"content" text NOT NULL,
	"aside" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "cohort_authority" ON "cohort" USING btree ("authority","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cohort_block_number" ON "cohort_block" USING btree ("cohort","number");--> statement-breakpoint
CREATE INDEX "cohort_block_authority" ON "cohort_block" USING btree ("authority");