import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail: entries that are only ever added, each sealed with the one before it. */
export class Audit1763757000000 implements MigrationInterface {
  name = 'Audit1763757000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table audit_chain (chain text primary key, seq bigint not null, hash bytea not null)`);
    await runner.query(`
      create table audit_entry (
        id uuid not null default gen_random_uuid(),
        chain text not null,
        seq bigint not null,
        at timestamptz(3) not null,
        act text not null,
        actor_id uuid,
        subject_kind text not null,
        subject_id uuid,
        details jsonb not null default '{}',
        previous_hash bytea not null,
        hash bytea not null,
        constraint audit_entry_pk primary key (id),
        constraint audit_entry_place unique (chain, seq))`);
    await runner.query(`create index audit_entry_subject on audit_entry (subject_id, at desc)`);
    await runner.query(`
      create function audit_seal(chain text, seq bigint, at timestamptz, act text, actor_id uuid, subject_kind text, subject_id uuid, details jsonb, previous bytea)
      returns bytea language sql stable
      as $$ select sha256(convert_to(
        jsonb_build_array(chain, seq, (extract(epoch from at) * 1000)::bigint, act, actor_id, subject_kind, subject_id, details, encode(previous, 'hex'))::text,
        'UTF8')) $$`);
    // The head's row lock lets the writers of one chain in one by one; different communities do not wait for each other.
    await runner.query(`
      create function audit_append() returns trigger language plpgsql as $$
      begin
        insert into audit_chain (chain, seq, hash) values (new.chain, 1, '')
          on conflict (chain) do update set seq = audit_chain.seq + 1
          returning seq, hash into new.seq, new.previous_hash;
        new.hash := audit_seal(new.chain, new.seq, new.at, new.act, new.actor_id, new.subject_kind, new.subject_id, new.details, new.previous_hash);
        update audit_chain set hash = new.hash where chain = new.chain;
        return new;
      end $$`);
    await runner.query(`create trigger audit_append before insert on audit_entry for each row execute function audit_append()`);
    await runner.query(`
      create function audit_refuse() returns trigger language plpgsql as $$
      begin raise exception 'the audit trail is only ever added to' using errcode = 'insufficient_privilege'; end $$`);
    await runner.query(
      `create trigger audit_keep before update or delete or truncate on audit_entry for each statement execute function audit_refuse()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_entry, audit_chain`);
    await runner.query(`drop function audit_append()`);
    await runner.query(`drop function audit_refuse()`);
    await runner.query(`drop function audit_seal(text, bigint, timestamptz, text, uuid, text, uuid, jsonb, bytea)`);
  }
}
