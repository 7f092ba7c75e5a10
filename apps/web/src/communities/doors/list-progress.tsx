import { useApolloClient, useQuery } from '@apollo/client/react';
import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../data/use-room.js';
import { InvitationListDocument, type SendInvitationListMutation } from '../../gql/communities/graphql.js';
import { useViewer } from '../../shell/viewer.js';

type Sent = SendInvitationListMutation['sendInvitationList'];

/** How far a list is: the server tells its sender. */
export function ListProgress({ listId, personal, slug }: { listId: string; personal: Sent; slug: string }) {
  const { t } = useTranslation('doors');
  const client = useApolloClient();
  const viewer = useViewer();
  const found = useQuery(InvitationListDocument, { variables: { id: listId } });
  useRoom(
    viewer ? `person:${viewer.person.id}` : null,
    ({ kind, payload }) => {
      const told = payload as { listId?: string; done?: number; finishedAt?: string | null };
      if (kind !== 'invitation-list-advanced' || told.listId !== listId) return;
      const id = client.cache.identify({ __typename: 'InvitationList', id: listId });
      client.cache.modify({ id: id!, fields: { done: () => told.done ?? 0, finishedAt: () => told.finishedAt ?? null } });
    },
    () => void found.refetch(),
  );
  const { done, total, finishedAt } = found.data?.invitationList ?? personal;
  const isCut = finishedAt !== null && done < total;
  return (
    <section className="stack g3 narrowform" role="status">
      <p>
        <b>{finishedAt ? t(isCut ? 'list.cut' : 'list.done', { count: done }) : t('list.sending', { count: total, done })}</b>
      </p>
      {!finishedAt && <Progress value={total ? (done / total) * 100 : 100} aria-label={t('list.sending', { count: total, done })} />}
      <p className="small">
        <Link to="/c/$slug/members/invite" params={{ slug }}>
          {t('list.see')}
        </Link>
      </p>
    </section>
  );
}
