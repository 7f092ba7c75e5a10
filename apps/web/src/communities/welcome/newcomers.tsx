import { useQuery } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { RelativeTime } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import { PersonFace } from '../../design/who.js';
import { NewcomersDocument, WelcomeNewcomerDocument, type NewcomersPartsFragment } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';
import './welcome.css';

type Newcomer = NewcomersPartsFragment['newcomers'][number];

/** Who came lately, those whom nobody welcomed yet first: one click welcomes them. */
export function Newcomers({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('welcome');
  const found = useQuery(NewcomersDocument, { variables: { slug: community.slug } });
  const parts = found.data?.community;
  if (!parts || parts.newcomers.length === 0) return null;
  const waiting = parts.newcomers.filter(({ welcomedAt }) => !welcomedAt);
  return (
    <section aria-labelledby="newcomers">
      <h2 id="newcomers">{waiting.length > 0 ? t('newcomers.title', { count: waiting.length }) : t('newcomers.allWelcomed')}</h2>
      <ul className="plain">
        {parts.newcomers.map((newcomer) => (
          <NewcomerRow key={newcomer.id} newcomer={newcomer} members={parts.members.nodes} />
        ))}
      </ul>
    </section>
  );
}

function NewcomerRow({ newcomer, members }: { newcomer: Newcomer; members: NewcomersPartsFragment['members']['nodes'] }) {
  const { t } = useTranslation('welcome');
  const [contact, setContact] = useState<string | null>(null);
  const { write, isWriting, failure } = useWrite(WelcomeNewcomerDocument, { keyed: false });
  const { id, person, organisationName, isNewToField, joinedAt, welcomedAt } = newcomer;
  const greet = () => void write({ membershipId: id, ...(contact && { contactMembershipId: contact }) });
  return (
    <li className="memberrow rowline top">
      <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
      <div className="grow small stack g2">
        <span>
          <b>
            <bdi>{person.name}</bdi>
          </b>{' '}
          {organisationName && (
            <span className="ink2">
              <bdi>{organisationName}</bdi>
              {isNewToField && <> · {t('newcomers.newToField')}</>}
            </span>
          )}{' '}
          <span className="ink3">
            <RelativeTime at={joinedAt} />
          </span>
        </span>
        {welcomedAt ? (
          <span className="ink2">
            {newcomer.contact ? t('newcomers.welcomedWith', { name: newcomer.contact.name }) : t('newcomers.welcomed')}
          </span>
        ) : (
          <div className="greetform">
            <Select
              label={t('newcomers.contact')}
              placeholder={t('newcomers.nobody')}
              clearable
              searchable
              value={contact}
              onChange={setContact}
              data={members.filter((member) => member.id !== id).map((member) => ({ value: member.id, label: member.person.name }))}
              error={failure?.fields['contactMembershipId']}
            />
            <Button variant="default" loading={isWriting} onClick={greet}>
              {t('newcomers.welcome')}
            </Button>
          </div>
        )}
        <WriteTrouble failure={failure} shownFields={['contactMembershipId']} />
      </div>
    </li>
  );
}
