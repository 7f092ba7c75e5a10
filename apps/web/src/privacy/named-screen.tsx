import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { Empty } from '../design/states.js';
import { Crumb } from '../design/way.js';
import { NamedInDocument, type NamedKind } from '../gql/privacy/graphql.js';
import { namedActWords } from '../oversight/audit-words.js';
import './privacy.css';

const kinds = [
  'THREAD',
  'POST',
  'MENTION',
  'MEMBERSHIP',
  'INVITATION_SENT',
  'CHARTER',
  'NEED',
  'SESSION',
  'SEAT',
  'POSITION',
  'ENDORSEMENT',
  'AUDIT',
] as const satisfies NamedKind[];

/** Everything that names me or carries my name, as links that I may still open. */
export function NamedScreen() {
  const { t } = useTranslation(['privacy', 'oversight']);
  const { t: words } = useTranslation('oversight');
  const navigate = useNavigate();
  const search = useSearch({ from: '/privacy/named' });
  const kind = kinds.find((known) => known === search.kind) ?? null;
  const found = useQuery(NamedInDocument, { variables: { kind, after: null } });
  const choose = (value: string) => void navigate({ to: '/privacy/named', search: value ? { kind: value } : {}, replace: true });
  return (
    <Page title={t('named.title')} size="narrow">
      <Crumb>
        <Link to="/privacy">{t('title')}</Link>
      </Crumb>
      <h1>{t('named.title')}</h1>
      <p className="ink2">{t('named.introWhole')}</p>
      <NativeSelect
        label={t('oversight:audit.about')}
        value={kind ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[{ value: '', label: t('oversight:audit.aboutAll') }, ...kinds.map((value) => ({ value, label: t(`named.kinds.${value}`) }))]}
      />
      <Loaded query={found} shape="list">
        {({ namedIn: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty title={t('named.none')} />
          ) : (
            <>
              <ul className="plain">
                {nodes.map(({ kind: how, title, path, at }, i) => (
                  <li key={`${path}${i}`} className="rowline namedline">
                    <span className="small ink2">{t(`named.kinds.${how}`)}</span>
                    <span className="grow">
                      {path ? (
                        <a href={path} dir="auto">
                          {title}
                        </a>
                      ) : (
                        <bdi>{how === 'AUDIT' ? namedActWords(words, title) : title}</bdi>
                      )}
                    </span>
                    {at && (
                      <span className="small ink2">
                        <InstantText at={at} style="day" />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
              <More query={found} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
