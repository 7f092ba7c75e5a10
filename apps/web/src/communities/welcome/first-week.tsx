import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { NoteWeekDocument, type WeekStep, type WelcomePartsFragment } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';

/** How many days the first week has. */
const DAYS = 7;

type Shown = NonNullable<WelcomePartsFragment['welcome']>;

/** One small step a day for somebody whose organisation is new to the field. */
export function FirstWeek({ community, welcome }: { community: CommunityHead; welcome: Shown }) {
  const { t } = useTranslation('welcome');
  const { write, failure } = useWrite(NoteWeekDocument, { keyed: false });
  const note = (done: WeekStep[]) => void write({ communityId: community.id, done });
  if (welcome.week.length === 0) return null;
  return (
    <div className="stack g2">
      <h3 className="label">{t('week.title')}</h3>
      <ul className="plain stack g2">
        {welcome.week.map((step) => (
          <li key={step} className="flex top">
            <Checkbox
              aria-label={t('done', { step: t(`week.${step}`) })}
              checked={welcome.weekDone.includes(step)}
              onChange={({ currentTarget }) =>
                note(currentTarget.checked ? [...welcome.weekDone, step] : welcome.weekDone.filter((one) => one !== step))
              }
            />
            <Step step={step} slug={community.slug} welcome={welcome} />
          </li>
        ))}
      </ul>
      {welcome.week.length < DAYS && <p className="small ink2">{t('week.tomorrow', { count: DAYS - welcome.week.length })}</p>}
      <WriteTrouble failure={failure} />
    </div>
  );
}

function Step({ step, slug, welcome }: { step: WeekStep; slug: string; welcome: Shown }) {
  const { t } = useTranslation('welcome');
  const text = t(`week.${step}`);
  if (step === 'FIND_ALIKE')
    return (
      <Link to="/directory" search={welcome.weekCountry ? { country: welcome.weekCountry } : {}}>
        {text}
      </Link>
    );
  if (step === 'ASK_FOR_SOMETHING') return <Link to="/exchange/new">{text}</Link>;
  if (step === 'WRITE_TO_CONTACT')
    return welcome.contact ? (
      <Link to="/people/$personId" params={{ personId: welcome.contact.id }}>
        {text}
      </Link>
    ) : (
      <span>{text}</span>
    );
  const to = {
    READ_CHARTER: '/c/$slug/charter',
    SAY_HELLO: '/c/$slug/discussions',
    READ_GLOSSARY: '/c/$slug/glossary',
    TAKE_SEAT: '/c/$slug/sessions',
  } as const;
  return (
    <Link to={to[step]} params={{ slug }}>
      {text}
    </Link>
  );
}
