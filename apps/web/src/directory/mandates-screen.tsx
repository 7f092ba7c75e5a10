import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { levels } from '../communities/choices.js';
import { CommunityFrame } from '../communities/community-frame.js';
import { Loaded } from '../design/loaded.js';
import { Scrolling } from '../design/scrolling.js';
import { Empty } from '../design/states.js';
import { CrossBorder } from '../exchange/cross-border.js';
import { MandateMapDocument, type MandateMapQuery } from '../gql/directory/graphql.js';
import './directory.css';

type Community = MandateMapQuery['community'];

/** Who of a community does what at which level; what overlaps, and where nobody is. */
export function MandatesScreen() {
  const { t } = useTranslation('directory');
  const { slug } = useParams({ from: '/c/$slug/mandates' });
  const found = useQuery(MandateMapDocument, { variables: { slug } });
  return (
    <CommunityFrame slug={slug} title={t('titles.mandates')}>
      {() => (
        <Loaded query={found} shape="list">
          {({ community }) => <Mandates community={community} slug={slug} />}
        </Loaded>
      )}
    </CommunityFrame>
  );
}

function Mandates({ community, slug }: { community: Community; slug: string }) {
  const { t } = useTranslation(['directory', 'communities']);
  const map = community.mandateMap;
  if (!map) return <Empty title={t('mandates.notYours')} />;
  const at = (themeId: string, level: string | null) =>
    map.cells.find((cell) => cell.theme.id === themeId && cell.level === level)?.organisations ?? [];
  const hasUnlevelled = map.cells.some(({ level }) => level === null);
  const columns: (string | null)[] = [...levels, ...(hasUnlevelled ? [null] : [])];
  const covered = new Set(map.cells.map(({ theme }) => theme.id));
  const gaps = map.themes.filter(({ id }) => !covered.has(id));
  const shown = map.themes.filter(({ id }) => covered.has(id));
  return (
    <div className="stack g4">
      <div className="flex between wrap top">
        <div className="stack g1">
          <h2>{t('titles.mandates')}</h2>
          <p className="ink2 measure">{t('mandates.why')}</p>
        </div>
        {community.viewerCan.includes('EDIT') && (
          <div className="flex wrap">
            {(['organisations', 'people'] as const).map((what) => (
              <Button
                key={what}
                component="a"
                href={`/export/communities/${community.id}/${what}.csv`}
                download
                variant="default"
                leftSection={<IconDownload size={17} aria-hidden />}
              >
                {t(`mandates.export.${what}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty
          title={t('mandates.none')}
          action={
            <Button component={Link} to="/c/$slug/members" params={{ slug } as never} variant="default">
              {t('mandates.members')}
            </Button>
          }
        >
          {t('mandates.noneWhy')}
        </Empty>
      ) : (
        <Scrolling className="mandateframe" label={t('titles.mandates')}>
          <table className="mandates">
            <thead>
              <tr>
                <th scope="col">{t('communities:filter.theme')}</th>
                {columns.map((level) => (
                  <th key={level ?? 'none'} scope="col">
                    {level ? t(`communities:level.${level as 'LOCAL'}`) : t('mandates.noLevel')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, label }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{label}</bdi>
                  </th>
                  {columns.map((level) => {
                    const organisations = at(id, level);
                    return (
                      <td key={level ?? 'none'} className={organisations.length === 0 ? 'gap' : organisations.length > 1 ? 'overlap' : ''}>
                        {organisations.length === 0 && <span className="ink3">{t('mandates.nobody')}</span>}
                        {organisations.length > 1 && <b className="tiny">{t('mandates.overlap', { count: organisations.length })}</b>}
                        <ul className="plain small">
                          {organisations.map((organisation) => (
                            <li key={organisation.id}>
                              <bdi>{organisation.name}</bdi>
                            </li>
                          ))}
                        </ul>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
      {gaps.length > 0 && (
        <section aria-labelledby="gaps" className="stack g1">
          <h3 id="gaps">{t('mandates.gaps')}</h3>
          <p className="small themes">
            {gaps.map(({ id, label }) => (
              <Link key={id} className="themeword" to="/directory" search={{ theme: id } as never}>
                <bdi>{label}</bdi>
              </Link>
            ))}
          </p>
          <p className="small ink2">{t('mandates.gapsWhy')}</p>
        </section>
      )}
      <CrossBorder slug={slug} />
      {map.unsaid.length > 0 && (
        <section aria-labelledby="unsaid" className="stack g1">
          <h3 id="unsaid">{t('mandates.unsaid')}</h3>
          <ul className="plain small">
            {map.unsaid.map(({ id, name }) => (
              <li key={id}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
