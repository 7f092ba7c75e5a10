import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { ShowPartDocument, type Onlooker, type PrivacyQuery, type ProfileAudience } from '../gql/privacy/graphql.js';
import { languageName, listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

type Viewer = NonNullable<PrivacyQuery['viewer']>;

const audiences = ['EVERYONE', 'SIGNED_IN', 'FELLOWS', 'COORDINATORS', 'NOBODY'] as const satisfies ProfileAudience[];
const onlookers = ['STRANGER', 'SIGNED_IN', 'FELLOW', 'COORDINATOR'] as const satisfies Onlooker[];

/** Who sees which part of my profile, with the profile as each of them sees it. */
export function ShownSection({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('privacy');
  const { write, failure } = useWrite(ShowPartDocument);
  return (
    <section aria-labelledby="privacy-shown" className="stack g4">
      <h2 id="privacy-shown">{t('shown.title')}</h2>
      <p className="ink2">{t('shown.intro')}</p>
      <div className="shownparts">
        {viewer.shown.map(({ part, audience }) => (
          <NativeSelect
            key={part}
            label={t(`shown.parts.${part}`)}
            value={audience}
            onChange={(event) => void write({ part, audience: event.currentTarget.value as ProfileAudience })}
            data={audiences.map((value) => ({ value, label: t(`shown.audiences.${value}`) }))}
          />
        ))}
      </div>
      <WriteTrouble failure={failure} />
      <Preview viewer={viewer} />
    </section>
  );
}

function Preview({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('privacy');
  const { locale } = useLanguage();
  const [onlooker, look] = useState<Onlooker>('STRANGER');
  const view = viewer.views.find((one) => one.onlooker === onlooker);
  if (!view) return null;
  const { person } = viewer;
  const facts = [
    view.languages?.length
      ? listText(
          view.languages.map((tag) => languageName(tag, locale)),
          locale,
        )
      : null,
    view.timeZone,
  ];
  const isBare = !view.headline && !view.about && !view.organisation && !facts.some(Boolean);
  return (
    <div className="stack g2">
      <h3 id="privacy-preview">{t('shown.preview')}</h3>
      <SegmentedControl
        className="onlookers"
        aria-labelledby="privacy-preview"
        value={onlooker}
        onChange={(value) => look(value as Onlooker)}
        data={onlookers.map((value) => ({ value, label: t(`shown.onlookers.${value}`) }))}
      />
      <div className="profileview flex top" aria-live="polite">
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
        <div className="grow stack g1">
          <b>
            <bdi>{person.name}</bdi>
          </b>
          {view.headline && <span dir="auto">{view.headline}</span>}
          {view.organisation && (
            <span className="ink2">
              <bdi>{view.organisation.name}</bdi>
            </span>
          )}
          {view.about && (
            <p dir="auto" className="small">
              {view.about}
            </p>
          )}
          {facts.some(Boolean) && <span className="small ink2">{facts.filter(Boolean).join(' · ')}</span>}
          {isBare && <span className="small ink2">{t('shown.nameOnly')}</span>}
        </div>
      </div>
    </div>
  );
}
