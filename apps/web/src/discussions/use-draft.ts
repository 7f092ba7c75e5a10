import { useApolloClient } from '@apollo/client/react';
import type { JSONContent } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DiscardDraftDocument, DraftDocument, SaveDraftDocument } from '../gql/discussions/graphql.js';

/** What was written and not sent yet. */
export type Draft = { body: JSONContent | null; title: string; savedAt: number; isUnattributed?: boolean };

/** How long the hands must rest before the server gets the draft; this browser has it at once. */
const restMs = 1500;

const read = (key: string): Draft | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
};

/**
 * The draft of a reply (`thread:<id>`) or a new discussion (`community:<id>`): kept in this browser with every letter and on the server soon after,
 * so that it survives a crash and another device. `draft` is undefined until it is known which of the two is the later one.
 * What is to be sent unattributed stays in this browser: no row of the server shall hold both the text and whose it is.
 */
export function useDraft(subject: string, personId: string) {
  const client = useApolloClient();
  const key = `throughline-draft:${personId}:${subject}`;
  const [draft, setDraft] = useState<Draft | null | undefined>(undefined);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; send: () => void } | null>(null);

  useEffect(() => {
    let isOpen = true;
    const here = read(key);
    void client
      .query({ query: DraftDocument, variables: { subject }, fetchPolicy: 'no-cache' })
      .then(({ data }) => data?.draft ?? null)
      .catch(() => null)
      .then((there) => {
        if (!isOpen) return;
        const other = there && { body: there.body as JSONContent, title: there.title ?? '', savedAt: Date.parse(there.savedAt) };
        const later = other && (!here || other.savedAt > here.savedAt) ? other : here;
        setDraft(later);
        setSavedAt(later?.savedAt ?? null);
      });
    return () => {
      isOpen = false;
      const unsent = waiting.current;
      waiting.current = null;
      if (unsent) {
        clearTimeout(unsent.timer);
        unsent.send();
      }
    };
  }, [client, key, subject]);

  const keep = useCallback(
    (body: JSONContent | null, title = '', isUnattributed = false) => {
      const now = Date.now();
      try {
        localStorage.setItem(key, JSON.stringify({ body, title, savedAt: now, isUnattributed } satisfies Draft));
        setSavedAt(now);
      } catch {
        // Without storage the server alone keeps it.
      }
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = null;
      if (isUnattributed) return;
      const send = () => {
        waiting.current = null;
        void client
          .mutate({
            mutation: SaveDraftDocument,
            variables: {
              input: {
                subject,
                body: body ?? { type: 'doc', content: [{ type: 'paragraph' }] },
                ...(title.trim() && { title: title.trim().slice(0, 200) }),
              },
            },
          })
          .then(({ data }) => data && setSavedAt(Date.parse(data.saveDraft.savedAt)))
          .catch(() => undefined);
      };
      waiting.current = { send, timer: setTimeout(send, restMs) };
    },
    [client, key, subject],
  );

  /** Takes the draft back from the server, once it is to be sent without a name. */
  const keepOnlyHere = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    void client.mutate({ mutation: DiscardDraftDocument, variables: { subject } }).catch(() => undefined);
  }, [client, subject]);

  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setSavedAt(null);
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept here.
    }
    void client.mutate({ mutation: DiscardDraftDocument, variables: { subject } }).catch(() => undefined);
  }, [client, key, subject]);

  return { draft, savedAt, keep, keepOnlyHere, clear };
}
