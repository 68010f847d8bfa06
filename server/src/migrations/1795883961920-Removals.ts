import { MigrationInterface, QueryRunner } from 'typeorm';

export class Removals1795883961920 implements MigrationInterface {
  name = 'Removals1795883961920';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "removals" (
                "company_id" uuid NOT NULL,
                "id" uuid NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "buyer_digest" text NOT NULL,
                "unit_freed" boolean NOT NULL,
                CONSTRAINT "one_removal_per_buyer" UNIQUE ("company_id", "buyer_digest"),
                CONSTRAINT "PK_c7109597098d3af67840a5af0ac" PRIMARY KEY ("company_id", "id")
            )
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            DROP TABLE "removals"
        `);
  }
}
