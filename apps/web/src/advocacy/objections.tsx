import { useTranslation } from 'react-i18next';
import { Answer } from '../design/answer.js';
import { InstantText } from '../design/small.js';
import { useOwnZone } from '../shell/own-zone.js';
import type { RoundPosition } from './endorsement-screen.js';

/** What stands in the way comes first, in full and in the words of those who object. */
export function Objections({ answers }: { answers: NonNullable<RoundPosition['round']>['answers'] }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const objections = answers.filter(({ answer }) => answer === 'OBJECT');
  if (objections.length === 0) return null;
  return (
    <section className="objection" aria-labelledby="objections">
      <h2 id="objections" className="objhead">
        <Answer answer="object" word={t('round.objections', { count: objections.length })} />
      </h2>
      {objections.map(({ id, organisation, reason, answeredAt }) => (
        <figure key={id} className="objwords">
          <blockquote className="record" dir="auto">
            {reason}
          </blockquote>
          <figcaption className="small ink2">
            <b>
              <bdi>{organisation.name}</bdi>
            </b>
            {answeredAt && (
              <>
                {' · '}
                <InstantText at={answeredAt} style="day" timeZone={zone} />
              </>
            )}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
