CREATE TABLE `claim` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`place` integer NOT NULL,
	`run` text NOT NULL,
	`authority` text NOT NULL,
	`local_authority` text NOT NULL,
	`family` text,
	`programme` text NOT NULL,
	`phase` integer NOT NULL,
	`payment` text NOT NULL,
	`kind` text NOT NULL,
	`pence` integer NOT NULL,
	`on_day` text NOT NULL,
	`attached_on` text NOT NULL,
	`ruleset` text NOT NULL,
	`version` text NOT NULL,
	`version_hash` text NOT NULL,
	`record` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `claim_run_claims` ON `claim` (`run`,`entry`,`place`);--> statement-breakpoint
CREATE INDEX `claim_authority` ON `claim` (`authority`,`entry`,`place`);--> statement-breakpoint
CREATE INDEX `claim_family` ON `claim` (`authority`,`family`);--> statement-breakpoint
CREATE INDEX `claim_record` ON `claim` (`record`);--> statement-breakpoint
CREATE TABLE `claim_apart` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`place` integer NOT NULL,
	`authority` text NOT NULL,
	`family` text,
	`claim` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `claim_apart_family` ON `claim_apart` (`authority`,`family`);--> statement-breakpoint
CREATE TABLE `claim_event` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`place` integer NOT NULL,
	`claim` text NOT NULL,
	`authority` text NOT NULL,
	`event` text NOT NULL,
	`on_day` text NOT NULL,
	`pence` integer,
	`reason` text,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `claim_event_claim` ON `claim_event` (`claim`,`entry`,`place`);--> statement-breakpoint
CREATE TABLE `claim_held` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`place` integer NOT NULL,
	`run` text NOT NULL,
	`authority` text NOT NULL,
	`family` text,
	`payment` text NOT NULL,
	`code` text NOT NULL,
	`claims` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `claim_held_run` ON `claim_held` (`run`,`entry`,`place`);--> statement-breakpoint
CREATE TABLE `claim_name` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`place` integer NOT NULL,
	`claim` text NOT NULL,
	`authority` text NOT NULL,
	`kind` text NOT NULL,
	`name` text
);
--> statement-breakpoint
CREATE INDEX `claim_name_name` ON `claim_name` (`name`);--> statement-breakpoint
CREATE INDEX `claim_name_claim` ON `claim_name` (`claim`);--> statement-breakpoint
CREATE TABLE `claim_run` (
	`id` text PRIMARY KEY NOT NULL,
	`authority` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`ruleset` text NOT NULL,
	`version` text NOT NULL,
	`version_hash` text NOT NULL,
	`programme` text NOT NULL,
	`phase` integer NOT NULL,
	`as_of` text NOT NULL,
	`window` text NOT NULL,
	`cohort` text,
	`next` integer NOT NULL,
	`done` integer NOT NULL,
	`sample` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `claim_run_authority` ON `claim_run` (`authority`,`created_at`);--> statement-breakpoint
CREATE TABLE `claim_window` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`entry` integer NOT NULL,
	`document` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL
);
