import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import type { Offer } from '../offers/offer.entity.js';
import { offerScope } from '../offers/offer.policy.js';
import { OFFER_COLUMNS } from '../offers/offers.queries.js';
import { type Fit, fitOf, type Side } from './fit.js';

const ME: Statement = {
  name: 'suggestions.me',
  text: `select p.languages, p.theme_ids as "themeIds", o.country,
                (select coalesce(json_agg(json_build_object('direction', f.direction, 'kind', f.kind, 'themeIds', f.theme_ids)), '[]')
                   from offer f where f.person_id = p.id and f.state = 'OPEN') as offers
           from person p left join organisation_seat s on s.person_id = p.id and s.is_main left join organisation o on o.id = s.organisation_id
          where p.id = $1`,
};
/** The newest of others that one may see, but for whom one asked in the last 90 days. $3 is now. */
const CANDIDATES: Statement = {
  name: 'suggestions.candidates',
  text: `select ${OFFER_COLUMNS}, coalesce(f.country, o.country) as "from", p.languages as spoken
           from offer f join person p on p.id = f.person_id
           left join organisation_seat s on s.person_id = p.id and s.is_main left join organisation o on o.id = s.organisation_id
          where f.state = 'OPEN' and f.person_id <> $1 and ${offerScope('f', '$1', '$2')}
            and not exists (select from introduction i where i.asker_id = $1 and i.asked_at > $3::timestamptz - interval '90 days' and i.person_id = f.person_id)
          order by f.created_at desc, f.id desc limit 500`,
};

/** An offer or ask that fits, and why. */
export interface Suggested extends Fit {
  offer: Offer;
}

/** What others give or want that fits what I want, give or work on; what lies across a border comes first. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, limit = 10): Promise<Suggested[]> {
    const [[me], candidates] = await Promise.all([
      this.database.read<Side>(ME, [actor.personId]),
      this.database.read<Offer & { from: string | null; spoken: string[] }>(CANDIDATES, [
        actor.personId,
        actor.communityIds,
        this.clock.now(),
      ]),
    ]);
    if (!me) return [];
    return candidates
      .flatMap((offer): Suggested[] => {
        const languages = offer.languages.length > 0 ? offer.languages : offer.spoken;
        const fit = fitOf(me, { country: offer.from, languages, themeIds: offer.themeIds, direction: offer.direction, kind: offer.kind });
        return fit ? [{ ...fit, offer }] : [];
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, limit);
  }
}
