import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { More } from '../design/more.js';
import { Empty } from '../design/states.js';
import { FoundCommunitiesDocument, FoundOrganisationsDocument, FoundPeopleDocument } from '../gql/directory/graphql.js';
import { CommunityLine, OrganisationLine, PersonLine } from './found-lines.js';
import { filterOf, foundOf, type WhoSearch } from './search-of.js';

const pageSize = 20;

/** What was found, by name, page by page. */
export function FoundList({ search, isSignedIn, onClear }: { search: WhoSearch; isSignedIn: boolean; onClear: () => void }) {
  const { t } = useTranslation('directory');
  const found = foundOf(search);
  const variables = { filter: filterOf(search), first: pageSize };
  const organisations = useQuery(FoundOrganisationsDocument, { variables, skip: found !== 'organisations' });
  const communities = useQuery(FoundCommunitiesDocument, { variables, skip: found !== 'communities' });
  const people = useQuery(FoundPeopleDocument, { variables, skip: found !== 'people' || !isSignedIn });
  const isNarrowed = Object.keys(variables.filter).length > 0;
  const shared = { isNarrowed, onClear };
  if (found === 'people' && !isSignedIn)
    return (
      <Empty
        title={t('signInForPeople')}
        action={
          <Button component={Link} to="/sign-in" search={{ returnTo: '/directory?what=people' } as never}>
            {t('signIn')}
          </Button>
        }
      >
        {t('signInForPeopleWhy')}
      </Empty>
    );
  if (found === 'communities')
    return (
      <Loaded query={{ ...communities, data: communities.data ?? communities.previousData }} shape="list">
        {({ communities: { nodes, pageInfo, totalCount } }) => (
          <Shown
            {...shared}
            count={t('found.communities', { count: totalCount })}
            isEmpty={nodes.length === 0}
            more={<More query={communities} pageInfo={pageInfo} />}
          >
            {nodes.map((community) => (
              <CommunityLine key={community.id} community={community} />
            ))}
          </Shown>
        )}
      </Loaded>
    );
  if (found === 'people')
    return (
      <Loaded query={{ ...people, data: people.data ?? people.previousData }} shape="list">
        {({ listedPeople: { nodes, pageInfo }, listedPeopleCount }) => (
          <Shown
            {...shared}
            count={t('found.people', { count: listedPeopleCount })}
            isEmpty={nodes.length === 0}
            more={<More query={people} pageInfo={pageInfo} />}
          >
            {nodes.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </Shown>
        )}
      </Loaded>
    );
  return (
    <Loaded query={{ ...organisations, data: organisations.data ?? organisations.previousData }} shape="list">
      {({ organisations: { nodes, pageInfo }, organisationCount }) => (
        <Shown
          {...shared}
          count={t('found.organisations', { count: organisationCount })}
          isEmpty={nodes.length === 0}
          more={<More query={organisations} pageInfo={pageInfo} />}
        >
          {nodes.map((organisation) => (
            <OrganisationLine key={organisation.id} organisation={organisation} isSignedIn={isSignedIn} />
          ))}
        </Shown>
      )}
    </Loaded>
  );
}

function Shown({
  count,
  isEmpty,
  isNarrowed,
  more,
  onClear,
  children,
}: {
  count: string;
  isEmpty: boolean;
  isNarrowed: boolean;
  more: ReactNode;
  onClear: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('directory');
  return (
    <div>
      <p className="small ink2" role="status">
        {count}
      </p>
      {isEmpty ? (
        <div style={{ marginBlockStart: '1.5rem' }}>
          <Empty
            title={isNarrowed ? t('nothing') : t('none')}
            action={
              isNarrowed && (
                <Button variant="default" onClick={onClear}>
                  {t('clear')}
                </Button>
              )
            }
          >
            {isNarrowed ? t('nothingWhy') : t('noneWhy')}
          </Empty>
        </div>
      ) : (
        <ul className="plain">{children}</ul>
      )}
      {more}
    </div>
  );
}
