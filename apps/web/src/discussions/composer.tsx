import { Button, CloseButton } from '@mantine/core';
import type { JSONContent } from '@tiptap/core';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyRichTextEditor, type EditorHandle } from '../content/lazy-rich-text-editor.js';
import type { FindPeople } from '../content/mention-list.js';
import { WhoWillSee } from '../design/who-will-see.js';
import type { ThreadPartsFragment } from '../gql/discussions/graphql.js';
import { DraftKept } from './draft-kept.js';
import { levelName } from './level-name.js';
import type { ShownPost } from './post-list.js';
import { useDraft } from './use-draft.js';
import { useVoiceName } from './voice-name.js';
import { WithoutName } from './without-name.js';

const nobody: FindPeople = () => Promise.resolve([]);

/** What the thread may do with its composer. */
export type ComposerHandle = { focus: () => void; takeBack: (body: JSONContent) => void };

/** Where one answers: the text with its draft, the post it answers, who will see it, and the button. */
export function Composer({
  thread,
  personId,
  replyTo,
  onForgetReplyTo,
  findPeople,
  onSend,
  handle,
}: {
  thread: ThreadPartsFragment;
  personId: string;
  replyTo: ShownPost | null;
  onForgetReplyTo: () => void;
  findPeople: FindPeople;
  onSend: (body: JSONContent, replyToId: string | null, isUnattributed: boolean) => void;
  handle: Ref<ComposerHandle>;
}) {
  const { t } = useTranslation('discussions');
  const { t: voices } = useTranslation('confidences');
  const { t: kinds } = useTranslation('kinds');
  const nameOf = useVoiceName();
  const { draft, savedAt, keep, keepOnlyHere, clear } = useDraft(`thread:${thread.id}`, personId);
  const [written, setWritten] = useState<{ body: JSONContent; isEmpty: boolean } | null>(null);
  const editor = useRef<EditorHandle>(null);
  const wrapper = useRef<HTMLElement>(null);
  const body = written ? written.body : (draft?.body ?? null);
  const isEmpty = written ? written.isEmpty : !draft?.body;
  const isUnnamedThread = thread.level === 'UNATTRIBUTED';
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isUnattributed = isUnnamedThread || (chosen ?? draft?.isUnattributed ?? false);
  const rule = thread.unattributed ?? null;
  const isRefused = isUnattributed && rule?.isPossible === false;

  const choose = (on: boolean) => {
    setChosen(on);
    if (on) keepOnlyHere();
    if (!isEmpty) keep(body, '', on);
  };

  useImperativeHandle(handle, () => ({
    focus: () => {
      wrapper.current?.scrollIntoView({ block: 'nearest' });
      editor.current?.focus();
    },
    takeBack: (text) => {
      editor.current?.set(text);
      editor.current?.focus();
    },
  }));

  const send = () => {
    if (isRefused) return;
    if (isEmpty || !body) return editor.current?.focus();
    onSend(body, replyTo?.id ?? null, isUnattributed);
    editor.current?.clear();
    setWritten({ body, isEmpty: true });
    clear();
    onForgetReplyTo();
  };

  return (
    <section className="composer stack g2" ref={wrapper} aria-labelledby="your-reply">
      <div className="flex between">
        <h2 className="label" id="your-reply">
          {t('composer.label')}
        </h2>
        <DraftKept savedAt={savedAt} />
      </div>
      {replyTo && (
        <div className="quote small replied flex between">
          <span>{t('composer.to', { name: nameOf(replyTo) })}</span>
          <CloseButton aria-label={t('composer.notTo', { name: nameOf(replyTo) })} onClick={onForgetReplyTo} />
        </div>
      )}
      {thread.phase && <p className="small">{kinds(`clinic.hint.${thread.phase}`)}</p>}
      {draft !== undefined && (
        <LazyRichTextEditor
          label={t('composer.label')}
          initial={draft?.body ?? null}
          placeholder={t('composer.placeholder')}
          onChange={(changed, empty) => {
            setWritten({ body: changed, isEmpty: empty });
            if (empty) clear();
            else keep(changed, '', isUnattributed);
          }}
          onSend={send}
          onLeave={() => (document.activeElement as HTMLElement | null)?.blur()}
          // A voice without a name calls nobody.
          findPeople={isUnattributed ? nobody : findPeople}
          handle={editor}
        />
      )}
      <WhoWillSee
        level={levelName(thread.level)}
        community={thread.community.name}
        people={thread.group?.memberCount ?? thread.community.memberCount}
        room={thread.group?.name}
        isUnnamed={isUnattributed}
        guests={thread.guests.filter(({ state }) => state !== 'ENDED')}
        rule={rule}
        foot={
          <div className="flex" style={{ justifyContent: 'flex-end', gap: '0.75rem' }}>
            <span className="tiny ink2 only-wide ltr">Ctrl Enter</span>
            <Button onClick={send} disabled={isEmpty || isRefused}>
              {t('composer.send')}
            </Button>
          </div>
        }
      >
        {rule && !isUnnamedThread && <WithoutName rule={rule} isOn={isUnattributed} onChange={choose} />}
        {isUnattributed && <p className="tiny ink2">{voices('choice.draftHere')}</p>}
      </WhoWillSee>
    </section>
  );
}
