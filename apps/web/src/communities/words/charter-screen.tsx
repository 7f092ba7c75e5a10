import { useQuery } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { InstantText } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import { AgreeToCharterDocument, CharterHistoryDocument, type CharterHistoryPartsFragment } from '../../gql/communities/graphql.js';
import { CommunityFrame } from '../community-frame.js';
import { difference } from './difference.js';
import './words.css';

/** The versions of a charter, two of them word by word, and the members' agreement to the present one. */
export function CharterScreen() {
  const { t } = useTranslation('words');
  const { slug } = useParams({ from: '/c/$slug/charter' });
  const found = useQuery(CharterHistoryDocument, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <CommunityFrame slug={slug} title={t('charter.title')}>
      {() => (
        <Loaded query={found} shape="text">
          {({ community }) => <History community={community} slug={slug} />}
        </Loaded>
      )}
    </CommunityFrame>
  );
}

function History({ community, slug }: { community: CharterHistoryPartsFragment; slug: string }) {
  const { t } = useTranslation(['words', 'communities']);
  const navigate = useNavigate();
  const search = useSearch({ from: '/c/$slug/charter' });
  const { charterVersions: versions } = community;
  const later = versions.find(({ version }) => String(version) === search.version) ?? versions[0];
  const earlier =
    versions.find(({ version }) => String(version) === search.compare) ?? versions.find(({ version }) => version < (later?.version ?? 0));
  const choose = (changed: { version?: string; compare?: string }) =>
    void navigate({ to: '/c/$slug/charter', params: { slug }, search: { ...search, ...changed }, replace: true });
  const choices = versions.map(({ version }) => ({ value: String(version), label: t('charter.version', { version }) }));
  if (!later) return null;
  return (
    <div className="sections">
      <Agreement community={community} />
      <section aria-labelledby="versions" className="stack g4">
        <h2 id="versions">{t('charter.title')}</h2>
        {versions.length > 1 && (
          <div className="twofields narrowform">
            <Select
              label={t('charter.shown')}
              data={choices}
              value={String(later.version)}
              allowDeselect={false}
              onChange={(version) => version && choose({ version })}
            />
            <Select
              label={t('charter.comparedWith')}
              data={choices}
              value={earlier ? String(earlier.version) : null}
              onChange={(compare) => choose({ compare: compare ?? undefined })}
            />
          </div>
        )}
        {(['domain', 'community', 'practice'] as const).map((part) => (
          <div key={part}>
            <h3>{t(`communities:charter.${part}`)}</h3>
            <p className="record measure wordsdiff" dir="auto">
              {(earlier && earlier.version !== later.version
                ? difference(earlier[part], later[part])
                : [{ kind: 'same' as const, text: later[part] }]
              ).map(({ kind, text }, at) =>
                kind === 'same' ? <span key={at}>{text}</span> : kind === 'new' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>,
              )}
            </p>
          </div>
        ))}
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{t('charter.history')}</h2>
        <ol className="plain" reversed>
          {versions.map((version) => (
            <li key={version.version} className="rowline stack g1 wordline">
              <span>
                <b>{t('charter.version', { version: version.version })}</b>
                {' · '}
                <bdi>
                  <InstantText at={version.writtenAt} style="day" />
                </bdi>
                {version.writtenBy && (
                  <>
                    {' · '}
                    <bdi>{version.writtenBy.name}</bdi>
                  </>
                )}
              </span>
              {version.note && (
                <span className="small ink2" dir="auto">
                  {version.note}
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Agreement({ community }: { community: CharterHistoryPartsFragment }) {
  const { t } = useTranslation('words');
  const { write, isWriting, failure } = useWrite(AgreeToCharterDocument);
  const { version } = community.charter;
  const isMember = community.viewerCan.includes('RAISE_NEED');
  const hasAgreed = community.viewerAgreedVersion === version;
  if (!isMember && community.agreedCount === null) return null;
  return (
    <section aria-labelledby="agreement" className="stack g3">
      <h2 id="agreement">{t('agree.title')}</h2>
      {isMember &&
        (hasAgreed ? (
          <p>{t('agree.done', { version })}</p>
        ) : (
          <>
            <p className="measure">
              {community.viewerAgreedVersion ? t('agree.again', { version: community.viewerAgreedVersion }) : t('agree.what')}
            </p>
            <div>
              <Button onClick={() => void write({ communityId: community.id, version })} loading={isWriting}>
                {t('agree.agree', { version })}
              </Button>
            </div>
          </>
        ))}
      <WriteTrouble failure={failure} />
      {community.agreedCount !== null && (
        <p className="small ink2">{t('agree.counted', { count: community.agreedCount, all: community.memberCount })}</p>
      )}
    </section>
  );
}
