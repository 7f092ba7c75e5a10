import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from '../../data/failures.js';
import { useWrite } from '../../data/use-write.js';
import {
  ReadInvitationListDocument,
  SendInvitationListDocument,
  type ReadInvitationListInput,
  type ReadInvitationListQuery,
  type SendInvitationListMutation,
} from '../../gql/communities/graphql.js';

/** A line of a list as the server read it. */
export type ListRow = ReadInvitationListQuery['readInvitationList'][number];
/** The columns of a list. */
export const listFields = ['email', 'name', 'role', 'organisation', 'language'] as const;
export type ListField = (typeof listFields)[number];

const asInput = ({ line, email, name, role, organisation, language }: ListRow) => ({ line, email, name, role, organisation, language });

/** A list on its way from a file to invitations: read, mended, read again, sent. */
export function useInvitationList(communityId: string) {
  const client = useApolloClient();
  // The sentences of failures are needed the moment one happens.
  useTranslation('errors', { useSuspense: false });
  const [rows, setRows] = useState<ListRow[]>([]);
  const [isReading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [sent, setSent] = useState<SendInvitationListMutation['sendInvitationList'] | null>(null);
  const { write, isWriting, failure } = useWrite(SendInvitationListDocument);

  const read = async (input: Omit<ReadInvitationListInput, 'communityId'>): Promise<boolean> => {
    setReading(true);
    setTrouble(null);
    try {
      const { data } = await client.query({
        query: ReadInvitationListDocument,
        variables: { input: { communityId, ...input } },
        fetchPolicy: 'no-cache',
      });
      if (data) setRows(data.readInvitationList);
      return true;
    } catch (error) {
      setTrouble(failureOf(error));
      return false;
    } finally {
      setReading(false);
    }
  };

  /** Sends what is good; what is not stays to be mended. */
  const send = async () => {
    const good = rows.filter(({ state }) => state === 'GOOD');
    const data = await write({ communityId, rows: good.map(asInput) });
    if (!data) return;
    setSent(data.sendInvitationList);
    setRows((all) => all.filter(({ state }) => state === 'WRONG'));
  };

  return {
    rows,
    sent,
    isReading,
    isSending: isWriting,
    failure: trouble ?? failure,
    read,
    send,
    change: (line: number, field: ListField, value: string) =>
      setRows((all) => all.map((row) => (row.line === line ? { ...row, [field]: value } : row))),
    /** Looks at the lines again as they stand now. */
    again: () => read({ rows: rows.map(asInput) }),
    leaveOut: (line: number) => setRows((all) => all.filter((row) => row.line !== line)),
  };
}

export type InvitationListState = ReturnType<typeof useInvitationList>;
