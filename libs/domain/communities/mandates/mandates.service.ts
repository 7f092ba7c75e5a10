import { Injectable } from '@nestjs/common';
import type { Organisation } from '#domain/people';
import { THEMES, Vocabulary } from '#domain/vocabulary';
import type { Actor } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import type { Community } from '../community.entity.js';
import { ConfidentialityLevel } from '../community.enums.js';
import { mayRead } from '../community.policy.js';
import type { MandateCell, MandateMap } from './mandates.answers.js';

/** A retired theme counts for its successor. */
const MANDATES: Statement = {
  name: 'communities.mandates',
  text: `
    with member as (
      select o.id, o.name, o.type, o.country, o.city, o.level, o.theme_ids from community_organisation co join organisation o on o.id = co.organisation_id
       where co.community_id = $1),
    said as (
      select distinct m.id, coalesce(t.successor_id, t.id) as theme_id from member m join term t on t.id = any(m.theme_ids))
    select s.theme_id as "themeId", m.level,
           json_agg(json_build_object('id', m.id, 'name', m.name, 'type', m.type, 'country', m.country, 'city', m.city) order by plain(m.name), m.id) as organisations
      from member m left join said s on s.id = m.id group by 1, 2`,
};

/** Who does what at which level: what overlaps, and where nobody is. */
@Injectable()
export class Mandates {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Null for those who may not see the member organisations. */
  async of(actor: Actor, community: Community): Promise<MandateMap | null> {
    if (!mayRead(actor, community, ConfidentialityLevel.PUBLIC, null)) return null;
    const [rows, [terms]] = await Promise.all([
      this.database.read<Omit<MandateCell, 'themeId'> & { themeId: string | null }>(MANDATES, [community.id]),
      this.vocabulary.termsOfSchemes([THEMES]),
    ]);
    const themes = (terms ?? []).filter(({ retiredAt }) => !retiredAt);
    const byId = new Map((terms ?? []).map((term) => [term.id, term]));
    const cells = rows.flatMap((row): MandateCell[] => {
      const theme = row.themeId === null ? undefined : byId.get(row.themeId);
      return theme ? [{ ...row, themeId: theme.id, theme }] : [];
    });
    const unsaid: Organisation[] = rows.filter(({ themeId }) => themeId === null).flatMap(({ organisations }) => organisations);
    return { themes, cells, unsaid };
  }
}
