import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { PersonFace } from '../../design/who.js';
import { NoteWelcomeDocument, WelcomeDocument, type WelcomePartsFragment } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';
import { FirstWeek } from './first-week.js';
import './welcome.css';

type Item = NonNullable<WelcomePartsFragment['welcome']>['steps'][number];

/** A step or something to read; where it leads nowhere, its words alone. */
function ItemText({ item }: { item: Item }) {
  if (!item.path) return <span dir="auto">{item.text}</span>;
  return (
    <a href={item.path} dir="auto" {...(item.path.startsWith('https:') && { rel: 'noreferrer noopener nofollow' })}>
      {item.text}
    </a>
  );
}

/** The first weeks of a newcomer, on top of the community's page until the steps are done or put away. */
export function WelcomeCard({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('welcome');
  const found = useQuery(WelcomeDocument, { variables: { slug: community.slug } });
  const { write, failure } = useWrite(NoteWelcomeDocument, { keyed: false });
  const welcome = found.data?.community.welcome;
  if (!welcome?.isForViewer) return null;
  const note = (done: number[], isPutAway = false) => void write({ communityId: community.id, done, isPutAway });
  return (
    <section className="welcomecard stack g4" aria-labelledby="welcome">
      <div className="flex between wrap base">
        <h2 id="welcome">{t('title', { community: community.name })}</h2>
        <button type="button" className="textbutton" onClick={() => note(welcome.done, true)}>
          {t('putAway')}
        </button>
      </div>
      <div className="welcomeparts">
        <FirstWeek community={community} welcome={welcome} />
        {welcome.steps.length > 0 && (
          <div className="stack g2">
            <h3 className="label">{t('steps')}</h3>
            <ul className="plain stack g2">
              {welcome.steps.map((step, i) => (
                <li key={i} className="flex top">
                  <Checkbox
                    aria-label={t('done', { step: step.text })}
                    checked={welcome.done.includes(i)}
                    onChange={({ currentTarget }) =>
                      note(currentTarget.checked ? [...welcome.done, i] : welcome.done.filter((one) => one !== i))
                    }
                  />
                  <ItemText item={step} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {welcome.reading.length > 0 && (
          <div className="stack g2">
            <h3 className="label">{t('reading')}</h3>
            <ul className="plain stack g2">
              {welcome.reading.map((item, i) => (
                <li key={i}>
                  <ItemText item={item} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {welcome.contact && (
          <div className="stack g2">
            <h3 className="label">{t('contact')}</h3>
            <div className="flex top">
              <PersonFace name={welcome.contact.name} pictureUrl={welcome.contact.pictureUrl} />
              <div className="small">
                <Link to="/people/$personId" params={{ personId: welcome.contact.id }}>
                  <bdi>{welcome.contact.name}</bdi>
                </Link>
                <div className="ink2" dir="auto">
                  {welcome.contact.headline}
                </div>
              </div>
            </div>
          </div>
        )}
      </div>
      <WriteTrouble failure={failure} />
    </section>
  );
}
