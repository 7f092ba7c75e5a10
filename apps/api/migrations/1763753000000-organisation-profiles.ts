import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisations say about themselves, who vouches for them, who belongs to them; the register is narrowed on indexes. */
export class OrganisationProfiles1763753000000 implements MigrationInterface {
  name = 'OrganisationProfiles1763753000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation
        add column level text, add column size text,
        add column cities_served text[] not null default '{}', add column languages text[] not null default '{}',
        add column theme_ids text[] not null default '{}', add column target_group_ids text[] not null default '{}',
        add column is_new_to_field boolean not null default false, add column is_migrant_led boolean not null default false,
        add column context jsonb not null default '{}',
        add column verified_at timestamptz(3), add column verified_by_id uuid, add column verified_in_id uuid,
        add column doubt text, add column doubted_at timestamptz(3), add column doubted_by_id uuid,
        add column updated_at timestamptz(3) not null default now(),
        add constraint organisation_level check (level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL')),
        add constraint organisation_size check (size in ('VOLUNTEERS', 'MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
        add constraint organisation_verified_by_fk foreign key (verified_by_id) references person (id) on delete set null,
        add constraint organisation_doubted_by_fk foreign key (doubted_by_id) references person (id) on delete set null`);
    await runner.query(`update organisation set is_migrant_led = true where type = 'MIGRANT_LED'`);
    // Where an organisation is and works, as one searches for it: for the index and the query alike.
    await runner.query(`
      create function organisation_places(city text, cities_served text[]) returns text[] language sql immutable parallel safe
      as $$ select array(select distinct public.plain(place) from unnest($2 || $1) as place where place is not null) $$`);
    await runner.query(`
      create index organisation_tags on organisation using gin
        (languages, theme_ids, target_group_ids, organisation_places(city, cities_served))`);
    await runner.query(`create index organisation_by_country on organisation (country, plain(name), id)`);
    await runner.query(`create index organisation_by_type on organisation (type, plain(name), id)`);
    await runner.query(`create index organisation_by_level on organisation (level, plain(name), id)`);
    await runner.query(`create index organisation_new on organisation (plain(name), id) where is_new_to_field`);
    await runner.query(`create index organisation_migrant_led on organisation (plain(name), id) where is_migrant_led`);
    await runner.query(`create index organisation_verified on organisation (plain(name), id) where verified_at is not null`);

    await runner.query(`alter table organisation_seat add column is_confirmed boolean not null default false`);
    await runner.query(`update organisation_seat set is_confirmed = true where has_mandate`);
    await runner.query(`alter table organisation_seat add constraint organisation_seat_mandate check (is_confirmed or not has_mandate)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organisation_seat drop column is_confirmed`);
    await runner.query(`drop index organisation_tags`);
    await runner.query(`
      alter table organisation drop column level, drop column size, drop column cities_served, drop column languages, drop column theme_ids,
        drop column target_group_ids, drop column is_new_to_field, drop column is_migrant_led, drop column context, drop column verified_at,
        drop column verified_by_id, drop column verified_in_id, drop column doubt, drop column doubted_at, drop column doubted_by_id,
        drop column updated_at`);
    await runner.query(`drop index organisation_by_country, organisation_by_type`);
    await runner.query(`drop function organisation_places(text, text[])`);
  }
}
