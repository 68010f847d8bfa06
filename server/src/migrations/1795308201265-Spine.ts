import { MigrationInterface, QueryRunner } from 'typeorm';

export class Spine1795308201265 implements MigrationInterface {
  name = 'Spine1795308201265';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "audit_events" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "action" text NOT NULL,
                "actor_id" uuid,
                "on_behalf_of_id" uuid,
                "object_type" text,
                "object_id" uuid,
                "project_id" uuid,
                "changes" jsonb NOT NULL DEFAULT '[]',
                "ip" text,
                "request_id" text,
                CONSTRAINT "PK_39ab9d840258fcdedb071c1e8ed" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_bf71cd088377d161c16990b701" ON "audit_events" ("company_id", "object_id", "at", "id")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_f7f37fd1838f77a84ac8ee293e" ON "audit_events" ("company_id", "project_id", "at", "id")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_96674acc1ceceddafc66a3ef1c" ON "audit_events" ("company_id", "at", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "mail_deliveries" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "identity_id" uuid NOT NULL,
                "template" text NOT NULL,
                "message_id" text NOT NULL,
                "state" text NOT NULL,
                "response" text,
                CONSTRAINT "PK_9658c00c505939d2006b1be0735" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_5ea5fb7988d22b18cd98e75006" ON "mail_deliveries" (
                "company_id",
                "identity_id",
                "template",
                "created_at"
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "outbox" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "job" text NOT NULL,
                "payload" jsonb NOT NULL,
                "subject_id" uuid,
                "run_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "attempts" integer NOT NULL DEFAULT '0',
                "last_error" text,
                CONSTRAINT "PK_fae0338549c576bdf615fef9d37" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_d4318ba4e10a7679b5c15ddab9" ON "outbox" ("run_at", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "rate_limits" (
                "key" character varying(255) NOT NULL,
                "points" integer NOT NULL DEFAULT '0',
                "expire" bigint,
                CONSTRAINT "PK_8cb6aa4831e3e775ccf370521db" PRIMARY KEY ("key")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "identities" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "email" text NOT NULL,
                "password_hash" text,
                "password_changed_at" TIMESTAMP(3) WITH TIME ZONE,
                "language" text NOT NULL,
                "picture_id" uuid,
                "last_seen_at" TIMESTAMP(3) WITH TIME ZONE,
                "terms_version" text,
                "terms_accepted_at" TIMESTAMP(3) WITH TIME ZONE,
                "tour_finished_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "identity_with_address" UNIQUE ("company_id", "id", "email"),
                CONSTRAINT "one_address_per_company" UNIQUE ("company_id", "email"),
                CONSTRAINT "email_is_normalised" CHECK (email = lower(email)),
                CONSTRAINT "PK_2461be63bd90e68a4bafa9e86f7" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_090cd4f59b0a360ec5014b8fde" ON "identities" ("company_id", "picture_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "companies" (
                "id" uuid NOT NULL,
                "name" text NOT NULL,
                "slug" text NOT NULL,
                "default_language" text NOT NULL,
                "primary" text NOT NULL DEFAULT '#1f2a37',
                "accent" text NOT NULL DEFAULT '#1f6f54',
                "font" text NOT NULL DEFAULT 'INTER',
                "logo_id" uuid,
                "login_image_id" uuid,
                "time_zone" text NOT NULL DEFAULT 'Europe/Brussels',
                "currency" text NOT NULL DEFAULT 'EUR',
                "portal_enabled" boolean NOT NULL DEFAULT true,
                "terms_version" text NOT NULL DEFAULT '1',
                "privacy_text" text,
                "contact_email" text,
                "contact_phone" text,
                "session_idle_hours_team" integer NOT NULL DEFAULT '12',
                "session_idle_days_portal" integer NOT NULL DEFAULT '30',
                "impersonation_reason_required" boolean NOT NULL DEFAULT false,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                CONSTRAINT "UQ_b28b07d25e4324eee577de5496d" UNIQUE ("slug"),
                CONSTRAINT "PK_d4bc3e82a314fa9e29f652c2c22" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "sessions" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "identity_id" uuid NOT NULL,
                "token_digest" text NOT NULL,
                "last_seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "ended_at" TIMESTAMP(3) WITH TIME ZONE,
                "user_agent" text,
                "ip" text,
                "impersonation_id" uuid,
                CONSTRAINT "PK_014ed39240bcbd02e0d9b868024" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_6e68efa26d006a2f53d7bf2f7c" ON "sessions" ("company_id", "identity_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "login_links" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "identity_id" uuid NOT NULL,
                "purpose" text NOT NULL,
                "token_digest" text NOT NULL,
                "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "used_at" TIMESTAMP(3) WITH TIME ZONE,
                "new_email" text,
                CONSTRAINT "PK_b1b88f8fe6fc3d871d0ef13bedb" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_3a21b2c785c1a428a224ef9b16" ON "login_links" ("company_id", "identity_id", "purpose")
        `);
    await queryRunner.query(`
            CREATE TABLE "team_members" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "identity_id" uuid NOT NULL,
                "first_name" text NOT NULL,
                "last_name" text NOT NULL,
                "sort_name" text COLLATE "C" NOT NULL,
                "email" text NOT NULL,
                "phone" text,
                "job_title" text,
                "role" text NOT NULL,
                "state" text NOT NULL,
                "signature" text,
                "invited_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "one_member_per_identity" UNIQUE ("company_id", "identity_id"),
                CONSTRAINT "PK_bcdca2b9cabe245da878ed4bf5c" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_b5c2a00de5b079d0bb9787afac" ON "team_members" ("company_id", "sort_name", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "unit_buyers" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "unit_id" uuid NOT NULL,
                "contact_id" uuid NOT NULL,
                "is_primary" boolean NOT NULL DEFAULT false,
                "access_state" text NOT NULL DEFAULT 'NOT_YET_INVITED',
                "invited_at" TIMESTAMP(3) WITH TIME ZONE,
                "activated_at" TIMESTAMP(3) WITH TIME ZONE,
                "revoked_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "one_link_per_unit_and_contact" UNIQUE ("company_id", "unit_id", "contact_id"),
                CONSTRAINT "PK_5d20d686c1d19d425fa64d7db42" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_229971bd014b39ed48a872d498" ON "unit_buyers" ("company_id", "contact_id", "access_state")
        `);
    await queryRunner.query(`
            CREATE TABLE "contacts" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "identity_id" uuid,
                "email" text,
                "is_customer" boolean NOT NULL DEFAULT false,
                "is_partner" boolean NOT NULL DEFAULT false,
                "is_lead" boolean NOT NULL DEFAULT false,
                "first_name" text NOT NULL,
                "last_name" text NOT NULL,
                "phone" text,
                "address" jsonb,
                "language" text NOT NULL,
                "notes" text,
                "partner_company_id" uuid,
                "sale_cancelled" boolean NOT NULL DEFAULT false,
                "sort_name" text COLLATE "C" NOT NULL,
                "search_text" text NOT NULL,
                CONSTRAINT "one_contact_per_identity" UNIQUE ("company_id", "identity_id"),
                CONSTRAINT "address_comes_with_identity" CHECK ((email IS NULL) = (identity_id IS NULL)),
                CONSTRAINT "PK_f759d9b02dfc25a0bbaca52d985" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_8114a44f372d4becdcb11e7977" ON "contacts" (
                "company_id",
                "partner_company_id",
                "sort_name",
                "id"
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_7d308a8bb198ffd751a4de36c0" ON "contacts" ("company_id", "created_at", "id")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_a52f2915ef2602c6c7425b09fc" ON "contacts" ("company_id", "sort_name", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "partner_companies" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "name" text NOT NULL,
                "name_key" text NOT NULL,
                "sort_name" text COLLATE "C" NOT NULL,
                "vat" text,
                CONSTRAINT "one_partner_company_of_a_name" UNIQUE ("company_id", "name_key"),
                CONSTRAINT "PK_84503f032122724878b6bbb5d8f" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_4cddaf7bd760087a9e2b2a140a" ON "partner_companies" ("company_id", "sort_name", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "levels" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "project_id" uuid NOT NULL,
                "parent_id" uuid,
                "type" text NOT NULL,
                "name" text NOT NULL,
                "path" text COLLATE "C" NOT NULL,
                "position" integer NOT NULL,
                CONSTRAINT "level_of_project" UNIQUE ("company_id", "project_id", "id"),
                CONSTRAINT "root_is_project" CHECK (
                    (type = 'PROJECT') = (id = project_id)
                    AND (parent_id IS NULL) = (type = 'PROJECT')
                ),
                CONSTRAINT "PK_bd86c928735541eb197f8c45ec2" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_a100c0ae950c0f7bfcf77a19fb" ON "levels" ("company_id", "path")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_a274625d9298bcc835e8270d5f" ON "levels" ("company_id", "project_id", "parent_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "project_administrators" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "project_id" uuid NOT NULL,
                "team_member_id" uuid NOT NULL,
                CONSTRAINT "administrator_once_per_project" UNIQUE ("company_id", "project_id", "team_member_id"),
                CONSTRAINT "PK_986bbad31ec2fab55b1f19ea4a0" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_956b8414c55d5f800cd7c0a4dd" ON "project_administrators" ("company_id", "team_member_id", "project_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "projects" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "name" text NOT NULL,
                "sort_name" text COLLATE "C" NOT NULL,
                "kind" text NOT NULL,
                "state" text NOT NULL DEFAULT 'ACTIVE',
                "description" text,
                "address" jsonb,
                "image_id" uuid,
                CONSTRAINT "PK_d9435477f3f585ce2f7e0e68bbe" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_588ff0ab3eb8bbdff84c7b9df6" ON "projects" ("company_id", "image_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_aaa61403e6b63ed91900b57215" ON "projects" ("company_id", "sort_name", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "spaces" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "project_id" uuid NOT NULL,
                "unit_id" uuid,
                "name" text NOT NULL,
                "kind" text NOT NULL,
                "price_minor" bigint,
                "currency" text NOT NULL,
                CONSTRAINT "PK_32570642410499fcecd4e9a655a" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_29145331e7db14dfa47591ebd2" ON "spaces" ("company_id", "unit_id")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_8f6647a1ac30f30b088d1634d5" ON "spaces" ("company_id", "project_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "units" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "project_id" uuid NOT NULL,
                "number" text NOT NULL,
                "number_key" text COLLATE "C" NOT NULL,
                "type" text NOT NULL,
                "surface" numeric(9, 2),
                "floor" integer,
                "rooms" integer,
                "base_price_minor" bigint,
                "sold_price_minor" bigint,
                "currency" text NOT NULL,
                "vat_regime" text,
                "sale_state" text NOT NULL,
                "sold_at" TIMESTAMP(3) WITH TIME ZONE,
                "planned_handover_on" date,
                "provisional_acceptance_on" date,
                "final_acceptance_on" date,
                "warranty_until" date,
                "structural_warranty_until" date,
                "approval_rule" text NOT NULL DEFAULT 'ANY',
                "plan_id" uuid,
                CONSTRAINT "one_number_per_project" UNIQUE ("company_id", "project_id", "number_key"),
                CONSTRAINT "unit_of_project" UNIQUE ("company_id", "project_id", "id"),
                CONSTRAINT "sold_has_a_day" CHECK (
                    (sale_state IN ('SOLD', 'HANDED_OVER')) = (sold_at IS NOT NULL)
                ),
                CONSTRAINT "PK_7322efe8e39275d647e5761dfc4" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_fd8d698ba5eb87153f80476641" ON "units" ("company_id", "plan_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "files" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "purpose" text NOT NULL,
                "name" text NOT NULL,
                "mime" text NOT NULL,
                "bytes" integer NOT NULL,
                "sha256" text NOT NULL,
                "storage_key" text NOT NULL,
                "width" integer NOT NULL,
                "height" integer NOT NULL,
                "widths" integer array NOT NULL,
                "uploaded_by_id" uuid,
                "attached_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "PK_3d2ff99e6bf4b9b77a86821529d" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_a4afe630c408882133345ba656" ON "files" ("company_id", "uploaded_by_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "impersonations" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "actor_member_id" uuid NOT NULL,
                "contact_id" uuid NOT NULL,
                "unit_id" uuid,
                "reason" text,
                "started_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "ended_at" TIMESTAMP(3) WITH TIME ZONE,
                "ip" text,
                CONSTRAINT "PK_2fc62e75b3eab19d562659d0a1a" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_8ec34d0de8ecc5c2592d677f32" ON "impersonations" ("company_id", "started_at", "id")
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_01db6ecd863bf652f2cce3017f" ON "impersonations" ("company_id", "contact_id", "started_at", "id")
        `);
    await queryRunner.query(`
            CREATE TABLE "opened_objects" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "impersonation_id" uuid NOT NULL,
                "type_name" text NOT NULL,
                "object_id" uuid NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                CONSTRAINT "PK_faeb039a36a5e17ec36bce2d4a7" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_75421f92ea78aff9feeca37394" ON "opened_objects" ("company_id", "impersonation_id", "at")
        `);
    await queryRunner.query(`
            CREATE TABLE "demo_mails" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "message_id" text NOT NULL,
                "identity_id" uuid,
                "to_name" text NOT NULL,
                "to_address" text NOT NULL,
                "subject" text NOT NULL,
                "html" text NOT NULL,
                "text" text NOT NULL,
                "sent_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "UQ_38e337e98d57dbd95a73bf0ec47" UNIQUE ("company_id", "message_id"),
                CONSTRAINT "PK_d1c5ba94a2da7e61214150fc093" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_e9dbca9df75c9509fa0351e07e" ON "demo_mails" ("company_id", "identity_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "unit_leads" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "version" integer NOT NULL DEFAULT '1',
                "unit_id" uuid NOT NULL,
                "contact_id" uuid NOT NULL,
                "stage" text NOT NULL DEFAULT 'NEW',
                "source" text,
                "note" text,
                "next_step" text,
                "lost_reason" text,
                CONSTRAINT "one_lead_per_unit_and_contact" UNIQUE ("company_id", "unit_id", "contact_id"),
                CONSTRAINT "PK_5ab7acb3e19741c08522a50e6df" PRIMARY KEY ("company_id", "id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "IDX_e50e4aa23674ebcf50dd731231" ON "unit_leads" ("company_id", "contact_id")
        `);
    await queryRunner.query(`
            ALTER TABLE "companies"
            ADD CONSTRAINT "FK_0c3e5e5567f6ce7d1cb31db91f4" FOREIGN KEY ("id", "login_image_id") REFERENCES "files"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "companies"
            ADD CONSTRAINT "FK_fbfc88dadf04c3ab92f25a37498" FOREIGN KEY ("id", "logo_id") REFERENCES "files"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "sessions"
            ADD CONSTRAINT "FK_6e68efa26d006a2f53d7bf2f7c3" FOREIGN KEY ("company_id", "identity_id") REFERENCES "identities"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "login_links"
            ADD CONSTRAINT "FK_1624342c7a4c31ea8c0ab25b997" FOREIGN KEY ("company_id", "identity_id") REFERENCES "identities"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "team_members"
            ADD CONSTRAINT "FK_c1e6559484f891fddedf21dccf2" FOREIGN KEY ("company_id", "identity_id", "email") REFERENCES "identities"("company_id", "id", "email") ON DELETE NO ACTION ON UPDATE CASCADE
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_buyers"
            ADD CONSTRAINT "FK_166f7c2c01c7eef7ff8de6fea9a" FOREIGN KEY ("company_id", "unit_id") REFERENCES "units"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_buyers"
            ADD CONSTRAINT "FK_9632826905dbe083de4a6ea7516" FOREIGN KEY ("company_id", "contact_id") REFERENCES "contacts"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "contacts"
            ADD CONSTRAINT "FK_c58a0597738776b606f443b5c85" FOREIGN KEY ("company_id", "partner_company_id") REFERENCES "partner_companies"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "contacts"
            ADD CONSTRAINT "FK_261c8b5d0e9a14650bbfbdf5c6f" FOREIGN KEY ("company_id", "identity_id", "email") REFERENCES "identities"("company_id", "id", "email") ON DELETE NO ACTION ON UPDATE CASCADE
        `);
    await queryRunner.query(`
            ALTER TABLE "levels"
            ADD CONSTRAINT "FK_fdc018f0ef162b480e315078f66" FOREIGN KEY ("company_id", "project_id") REFERENCES "projects"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "levels"
            ADD CONSTRAINT "FK_a274625d9298bcc835e8270d5f1" FOREIGN KEY ("company_id", "project_id", "parent_id") REFERENCES "levels"("company_id", "project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "project_administrators"
            ADD CONSTRAINT "FK_19b76873523599b489570ba18c5" FOREIGN KEY ("company_id", "project_id") REFERENCES "projects"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "project_administrators"
            ADD CONSTRAINT "FK_823c92762a37fd0b0369d731434" FOREIGN KEY ("company_id", "team_member_id") REFERENCES "team_members"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "spaces"
            ADD CONSTRAINT "FK_8f6647a1ac30f30b088d1634d5d" FOREIGN KEY ("company_id", "project_id") REFERENCES "projects"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "spaces"
            ADD CONSTRAINT "FK_e3dc41206f22b18472dec4af5c8" FOREIGN KEY ("company_id", "project_id", "unit_id") REFERENCES "units"("company_id", "project_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "units"
            ADD CONSTRAINT "FK_a5c1178f7dfcf9148c38cfab4e4" FOREIGN KEY ("company_id", "project_id") REFERENCES "projects"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "units"
            ADD CONSTRAINT "FK_6e7f2e59a23e5d8846a958c0257" FOREIGN KEY ("company_id", "project_id", "id") REFERENCES "levels"("company_id", "project_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "files"
            ADD CONSTRAINT "FK_a4afe630c408882133345ba656b" FOREIGN KEY ("company_id", "uploaded_by_id") REFERENCES "identities"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "impersonations"
            ADD CONSTRAINT "FK_305c3771879d1f2628ef1cfd899" FOREIGN KEY ("company_id", "actor_member_id") REFERENCES "team_members"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "impersonations"
            ADD CONSTRAINT "FK_b984e9d3fca2d541a8b5b24bdcb" FOREIGN KEY ("company_id", "contact_id") REFERENCES "contacts"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "opened_objects"
            ADD CONSTRAINT "FK_68fd92aac0f8c3f8c016645bc47" FOREIGN KEY ("company_id", "impersonation_id") REFERENCES "impersonations"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "demo_mails"
            ADD CONSTRAINT "FK_e9dbca9df75c9509fa0351e07ea" FOREIGN KEY ("company_id", "identity_id") REFERENCES "identities"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_leads"
            ADD CONSTRAINT "FK_181b0703242b9387fa1f2e113f8" FOREIGN KEY ("company_id", "unit_id") REFERENCES "units"("company_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_leads"
            ADD CONSTRAINT "FK_e50e4aa23674ebcf50dd7312314" FOREIGN KEY ("company_id", "contact_id") REFERENCES "contacts"("company_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "unit_leads" DROP CONSTRAINT "FK_e50e4aa23674ebcf50dd7312314"
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_leads" DROP CONSTRAINT "FK_181b0703242b9387fa1f2e113f8"
        `);
    await queryRunner.query(`
            ALTER TABLE "demo_mails" DROP CONSTRAINT "FK_e9dbca9df75c9509fa0351e07ea"
        `);
    await queryRunner.query(`
            ALTER TABLE "opened_objects" DROP CONSTRAINT "FK_68fd92aac0f8c3f8c016645bc47"
        `);
    await queryRunner.query(`
            ALTER TABLE "impersonations" DROP CONSTRAINT "FK_b984e9d3fca2d541a8b5b24bdcb"
        `);
    await queryRunner.query(`
            ALTER TABLE "impersonations" DROP CONSTRAINT "FK_305c3771879d1f2628ef1cfd899"
        `);
    await queryRunner.query(`
            ALTER TABLE "files" DROP CONSTRAINT "FK_a4afe630c408882133345ba656b"
        `);
    await queryRunner.query(`
            ALTER TABLE "units" DROP CONSTRAINT "FK_6e7f2e59a23e5d8846a958c0257"
        `);
    await queryRunner.query(`
            ALTER TABLE "units" DROP CONSTRAINT "FK_a5c1178f7dfcf9148c38cfab4e4"
        `);
    await queryRunner.query(`
            ALTER TABLE "spaces" DROP CONSTRAINT "FK_e3dc41206f22b18472dec4af5c8"
        `);
    await queryRunner.query(`
            ALTER TABLE "spaces" DROP CONSTRAINT "FK_8f6647a1ac30f30b088d1634d5d"
        `);
    await queryRunner.query(`
            ALTER TABLE "project_administrators" DROP CONSTRAINT "FK_823c92762a37fd0b0369d731434"
        `);
    await queryRunner.query(`
            ALTER TABLE "project_administrators" DROP CONSTRAINT "FK_19b76873523599b489570ba18c5"
        `);
    await queryRunner.query(`
            ALTER TABLE "levels" DROP CONSTRAINT "FK_a274625d9298bcc835e8270d5f1"
        `);
    await queryRunner.query(`
            ALTER TABLE "levels" DROP CONSTRAINT "FK_fdc018f0ef162b480e315078f66"
        `);
    await queryRunner.query(`
            ALTER TABLE "contacts" DROP CONSTRAINT "FK_261c8b5d0e9a14650bbfbdf5c6f"
        `);
    await queryRunner.query(`
            ALTER TABLE "contacts" DROP CONSTRAINT "FK_c58a0597738776b606f443b5c85"
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_buyers" DROP CONSTRAINT "FK_9632826905dbe083de4a6ea7516"
        `);
    await queryRunner.query(`
            ALTER TABLE "unit_buyers" DROP CONSTRAINT "FK_166f7c2c01c7eef7ff8de6fea9a"
        `);
    await queryRunner.query(`
            ALTER TABLE "team_members" DROP CONSTRAINT "FK_c1e6559484f891fddedf21dccf2"
        `);
    await queryRunner.query(`
            ALTER TABLE "login_links" DROP CONSTRAINT "FK_1624342c7a4c31ea8c0ab25b997"
        `);
    await queryRunner.query(`
            ALTER TABLE "sessions" DROP CONSTRAINT "FK_6e68efa26d006a2f53d7bf2f7c3"
        `);
    await queryRunner.query(`
            ALTER TABLE "companies" DROP CONSTRAINT "FK_fbfc88dadf04c3ab92f25a37498"
        `);
    await queryRunner.query(`
            ALTER TABLE "companies" DROP CONSTRAINT "FK_0c3e5e5567f6ce7d1cb31db91f4"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_e50e4aa23674ebcf50dd731231"
        `);
    await queryRunner.query(`
            DROP TABLE "unit_leads"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_e9dbca9df75c9509fa0351e07e"
        `);
    await queryRunner.query(`
            DROP TABLE "demo_mails"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_75421f92ea78aff9feeca37394"
        `);
    await queryRunner.query(`
            DROP TABLE "opened_objects"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_01db6ecd863bf652f2cce3017f"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_8ec34d0de8ecc5c2592d677f32"
        `);
    await queryRunner.query(`
            DROP TABLE "impersonations"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_a4afe630c408882133345ba656"
        `);
    await queryRunner.query(`
            DROP TABLE "files"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_fd8d698ba5eb87153f80476641"
        `);
    await queryRunner.query(`
            DROP TABLE "units"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_8f6647a1ac30f30b088d1634d5"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_29145331e7db14dfa47591ebd2"
        `);
    await queryRunner.query(`
            DROP TABLE "spaces"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_aaa61403e6b63ed91900b57215"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_588ff0ab3eb8bbdff84c7b9df6"
        `);
    await queryRunner.query(`
            DROP TABLE "projects"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_956b8414c55d5f800cd7c0a4dd"
        `);
    await queryRunner.query(`
            DROP TABLE "project_administrators"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_a274625d9298bcc835e8270d5f"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_a100c0ae950c0f7bfcf77a19fb"
        `);
    await queryRunner.query(`
            DROP TABLE "levels"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_4cddaf7bd760087a9e2b2a140a"
        `);
    await queryRunner.query(`
            DROP TABLE "partner_companies"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_a52f2915ef2602c6c7425b09fc"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_7d308a8bb198ffd751a4de36c0"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_8114a44f372d4becdcb11e7977"
        `);
    await queryRunner.query(`
            DROP TABLE "contacts"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_229971bd014b39ed48a872d498"
        `);
    await queryRunner.query(`
            DROP TABLE "unit_buyers"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_b5c2a00de5b079d0bb9787afac"
        `);
    await queryRunner.query(`
            DROP TABLE "team_members"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_3a21b2c785c1a428a224ef9b16"
        `);
    await queryRunner.query(`
            DROP TABLE "login_links"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_6e68efa26d006a2f53d7bf2f7c"
        `);
    await queryRunner.query(`
            DROP TABLE "sessions"
        `);
    await queryRunner.query(`
            DROP TABLE "companies"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_090cd4f59b0a360ec5014b8fde"
        `);
    await queryRunner.query(`
            DROP TABLE "identities"
        `);
    await queryRunner.query(`
            DROP TABLE "rate_limits"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_d4318ba4e10a7679b5c15ddab9"
        `);
    await queryRunner.query(`
            DROP TABLE "outbox"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_5ea5fb7988d22b18cd98e75006"
        `);
    await queryRunner.query(`
            DROP TABLE "mail_deliveries"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_96674acc1ceceddafc66a3ef1c"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_f7f37fd1838f77a84ac8ee293e"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."IDX_bf71cd088377d161c16990b701"
        `);
    await queryRunner.query(`
            DROP TABLE "audit_events"
        `);
  }
}
