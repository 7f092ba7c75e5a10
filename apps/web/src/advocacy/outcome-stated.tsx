import { useTranslation } from 'react-i18next';
import { InstantText } from '../design/small.js';
import { useOwnZone } from '../shell/own-zone.js';
import type { RoundPosition } from './endorsement-screen.js';

/** What the coordinator stated at the end of the round. */
export function OutcomeStated({ outcome }: { outcome: NonNullable<RoundPosition['outcome']> }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  return (
    <section className="outcome" aria-labelledby="outcome">
      <h2 id="outcome">{t(outcome.adopted ? 'outcome.adopted' : 'outcome.notAdopted')}</h2>
      <p className="record" dir="auto">
        {outcome.statement}
      </p>
      <p className="small ink2">
        {t('outcome.statedBy', { name: outcome.statedBy.name })} <InstantText at={outcome.statedAt} style="day" timeZone={zone} />
      </p>
    </section>
  );
}
