import { useTranslation } from 'react-i18next';
import { Steps, type Step } from '../design/steps.js';
import type { PositionLineFragment, PositionState } from '../gql/advocacy/graphql.js';
import { shortDay } from './days.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';

const places: Record<PositionState, number> = { DRAFTING: 0, ENDORSEMENT: 1, ADOPTED: 2, NOT_ADOPTED: 2, PUBLISHED: 3 };

/** What the stepper needs to know, from whichever query. */
interface Dated extends Pick<PositionLineFragment, 'state' | 'deadline' | 'createdAt' | 'publishedAt'> {
  outcome: Pick<NonNullable<PositionLineFragment['outcome']>, 'adopted' | 'statedAt'> | null;
  round: Pick<NonNullable<PositionLineFragment['round']>, 'openedAt' | 'closesAt'> | null;
}

/** How far a position has come, with the dates that are known. */
export function PositionSteps({ position }: { position: Dated }) {
  const { t } = useTranslation('advocacy');
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const { state, outcome, round, deadline, createdAt, publishedAt } = position;
  const at = places[state];
  const day = (instant: string) => shortDay(instant, locale, zone);
  const note = (text: string | null | undefined | false): Pick<Step, 'note'> => (text ? { note: text } : {});
  const steps: Step[] = [
    {
      label: t('step.drafting'),
      ...note(at > 0 ? day(createdAt) : deadline ? t('step.until', { day: day(deadline) }) : t('step.since', { day: day(createdAt) })),
    },
    {
      label: t('step.endorsement'),
      ...note(
        at > 0 &&
          round &&
          (round.closesAt && state === 'ENDORSEMENT' ? t('step.until', { day: day(round.closesAt) }) : day(round.openedAt)),
      ),
    },
    {
      label: outcome ? t(outcome.adopted ? 'step.adopted' : 'step.notAdopted') : t('step.outcome'),
      ...note(outcome && day(outcome.statedAt)),
    },
    { label: t('step.published'), ...note(publishedAt && day(publishedAt)) },
  ];
  return <Steps label={t('step.label')} at={at} steps={steps} />;
}
