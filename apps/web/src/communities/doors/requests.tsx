import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { forget } from '../../data/connections.js';
import { Loaded } from '../../design/loaded.js';
import { More } from '../../design/more.js';
import { RelativeTime } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import { PersonFace } from '../../design/who.js';
import { AnswerJoinRequestDocument, JoinRequestsDocument, type RequestPartsFragment } from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';

type JoinRequest = RequestPartsFragment['joinRequests']['nodes'][number];

/** Who asks to come in; nothing while nobody does. */
export function Requests({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('communities');
  const found = useQuery(JoinRequestsDocument, { variables: { slug: community.slug } });
  return (
    <Loaded query={found} shape="list">
      {({ community: { joinRequestCount, joinRequests } }) =>
        joinRequestCount > 0 && (
          <section aria-labelledby="requests">
            <h2 id="requests">{t('requests.title', { count: joinRequestCount })}</h2>
            <ul className="plain">
              {joinRequests.nodes.map((request) => (
                <Request key={request.id} request={request} />
              ))}
            </ul>
            <More query={found} pageInfo={joinRequests.pageInfo} />
          </section>
        )
      }
    </Loaded>
  );
}

function Request({ request }: { request: JoinRequest }) {
  const { t } = useTranslation('communities');
  const { write, isWriting, failure } = useWrite(AnswerJoinRequestDocument);
  const answer = (accept: boolean) =>
    void write(
      { requestId: request.id, accept },
      {
        update: (cache, data) => {
          forget(cache, 'JoinRequest', request.id);
          if (accept) cache.evict({ id: cache.identify(data.answerJoinRequest)!, fieldName: 'members' });
        },
      },
    );
  return (
    <li className="memberrow rowline top">
      <PersonFace name={request.person.name} pictureUrl={request.person.pictureUrl} />
      <div className="grow small stack g1">
        <span>
          <b>
            <bdi>{request.person.name}</bdi>
          </b>{' '}
          <span className="ink2" dir="auto">
            {request.person.headline}
          </span>{' '}
          <span className="ink3">
            <RelativeTime at={request.createdAt} />
          </span>
        </span>
        {request.answers.length > 0 && (
          <dl className="joinanswers">
            {request.answers.map(({ question, answer: said }) => (
              <div key={question}>
                <dt className="ink2" dir="auto">
                  {question}
                </dt>
                <dd dir="auto">{said}</dd>
              </div>
            ))}
          </dl>
        )}
        {request.message && (
          <p className="quote" dir="auto">
            {request.message}
          </p>
        )}
        <div className="flex wrap" style={{ marginBlockStart: '.35rem' }}>
          <Button onClick={() => answer(true)} loading={isWriting}>
            {t('requests.accept')}
          </Button>
          <Button variant="default" onClick={() => answer(false)} disabled={isWriting}>
            {t('requests.refuse')}
          </Button>
        </div>
        <WriteTrouble failure={failure} />
      </div>
    </li>
  );
}
