import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { InstantText } from '../design/small.js';
import { Empty } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { PositionVersionsDocument, type PositionVersionsQuery } from '../gql/advocacy/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { useOwnZone } from '../shell/own-zone.js';
import type { DeskPosition } from './position-screen.js';
import { RecordText } from './record-text.js';

type Version = PositionVersionsQuery['position']['versions'][number];
type Share = Version['contributors'][number];

/** The text as it stood when somebody gave it a name; on request with who wrote what. */
export function PositionVersion({ position, versionId }: { position: DeskPosition; versionId: string }) {
  const { t } = useTranslation('advocacy');
  const found = useQuery(PositionVersionsDocument, { variables: { id: position.id } });
  return (
    <Loaded query={found} shape="text">
      {({ position: { versions } }) => {
        const version = versions.find(({ id }) => id === versionId);
        return version ? (
          <OneVersion position={position} version={version} />
        ) : (
          <Empty title={t('versions.gone')} action={<BackToText position={position} />} />
        );
      }}
    </Loaded>
  );
}

function BackToText({ position }: { position: DeskPosition }) {
  const { t } = useTranslation('advocacy');
  return (
    <Button component={Link} to="/p/$positionId" params={{ positionId: position.id } as never} variant="default">
      {t('versions.back')}
    </Button>
  );
}

function OneVersion({ position, version }: { position: DeskPosition; version: Version }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const navigate = useNavigate();
  const { view } = useSearch({ from: '/p/$positionId' });
  const show = (chosen: string) =>
    void navigate({
      to: '/p/$positionId',
      params: { positionId: position.id },
      search: { version: version.id, ...(chosen === 'authors' && { view: chosen }) },
      replace: true,
    });
  return (
    <>
      <div className="edbar between">
        <SegmentedControl
          aria-label={t('versions.view')}
          value={view === 'authors' ? 'authors' : 'text'}
          onChange={show}
          data={[
            { value: 'text', label: t('versions.asText') },
            { value: 'authors', label: t('versions.whoWrote') },
          ]}
        />
        <BackToText position={position} />
      </div>
      <header className="dochead">
        <p className="label">
          {t('versions.line', { number: version.number, name: version.name })}
          {version.isFrozen && <> · {t('versions.frozen')}</>}
        </p>
        <h1 className="record" dir="auto">
          {position.title}
        </h1>
        <p className="ink2">
          {t('versions.by', { name: version.createdBy.name })} <InstantText at={version.createdAt} timeZone={zone} />
        </p>
      </header>
      {view === 'authors' ? <Authorship version={version} /> : <RecordText html={version.html} className="numbered" />}
    </>
  );
}

function Authorship({ version }: { version: Version }) {
  const { t } = useTranslation('advocacy');
  return (
    <>
      <Shares shares={version.contributors} />
      <ol className="plain authored" aria-label={t('versions.whoWrote')}>
        {version.authorship.map(({ html, authors }, place) => (
          <li key={place}>
            <RecordText html={html} />
            <Shares shares={authors} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Shares({ shares }: { shares: Share[] }) {
  const { t } = useTranslation('advocacy');
  const { locale } = useLanguage();
  const all = shares.reduce((sum, { characters }) => sum + characters, 0);
  if (all === 0) return <p className="tiny ink3 shares">{t('versions.noWords')}</p>;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <ul className="plain flex wrap shares tiny ink2">
      {shares.map(({ person, characters }) => (
        <li key={person.id} className="flex">
          <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
          <bdi>{person.name}</bdi>
          <span className="num">{percent.format(characters / all)}</span>
        </li>
      ))}
    </ul>
  );
}
