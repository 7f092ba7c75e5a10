import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { InstantText } from '../design/small.js';
import { Empty } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { AuditEntriesDocument, type AuditLineFragment } from '../gql/oversight/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { auditSentence } from './audit-words.js';
import './oversight.css';

/** Who did what, the latest first, narrowed to a kind of act; which one stands in the address. */
export function AuditList({ communityId, groups }: { communityId: string | null; groups: Record<string, readonly string[]> }) {
  const { t } = useTranslation('oversight');
  const navigate = useNavigate();
  const { about } = useSearch({ strict: false }) as { about?: string };
  const acts = about ? groups[about] : undefined;
  const found = useQuery(AuditEntriesDocument, {
    variables: { communityId, filter: { acts: acts ? [...acts] : null }, first: 30 },
    fetchPolicy: 'cache-and-network',
  });
  const choose = (value: string) => void navigate({ to: '.', search: value ? { about: value } : {}, replace: true });
  return (
    <div className="stack g4">
      <NativeSelect
        className="auditfilter"
        label={t('audit.about')}
        value={acts ? about : ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('audit.aboutAll') },
          ...Object.keys(groups).map((group) => ({ value: group, label: t(`audit.${group as 'aboutRules'}`) })),
        ]}
      />
      <Loaded query={found} shape="list">
        {({ auditEntries: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title={acts ? t('audit.noneSuch') : t('audit.none')}>{t('audit.noneWhy')}</Empty>
          ) : (
            <>
              <ul className="plain">
                {nodes.map((entry) => (
                  <AuditRow key={entry.id} entry={entry} hereId={communityId} />
                ))}
              </ul>
              <More query={found} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** Which organisation or other community it was, as a link. */
function AuditSubject({ entry: { organisation, community }, hereId }: { entry: AuditLineFragment; hereId: string | null }) {
  if (organisation)
    return (
      <Link to="/o/$organisationId" params={{ organisationId: organisation.id }}>
        <bdi>{organisation.name}</bdi>
      </Link>
    );
  if (community && community.id !== hereId)
    return (
      <Link to="/c/$slug" params={{ slug: community.slug }}>
        <bdi>{community.name}</bdi>
      </Link>
    );
  return null;
}

function AuditRow({ entry, hereId }: { entry: AuditLineFragment; hereId: string | null }) {
  const { t } = useTranslation('oversight');
  const { locale } = useLanguage();
  return (
    <li className="rowline flex top auditrow">
      <PersonFace name={entry.actor?.name ?? t('audit.server')} pictureUrl={entry.actor?.pictureUrl ?? null} small />
      <span className="grow" dir="auto">
        {auditSentence(t, entry, locale)} <AuditSubject entry={entry} hereId={hereId} />
      </span>
      <span className="small ink2">
        <InstantText at={entry.at} />
      </span>
    </li>
  );
}
