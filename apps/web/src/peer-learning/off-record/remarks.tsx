import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { InstantText } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import { PersonFace } from '../../design/who.js';
import { WhoWillSee } from '../../design/who-will-see.js';
import { SayOffRecordDocument, TakeBackOffRecordDocument } from '../../gql/peer-learning/graphql.js';
import type { Conversation } from './off-record-block.js';

/** What is said among those in a session, and where one says it. No draft is kept of it, here or anywhere. */
export function Remarks({
  sessionId,
  community,
  conversation,
  again,
}: {
  sessionId: string;
  community: string;
  conversation: Conversation;
  again: () => void;
}) {
  const { t } = useTranslation('confidences');
  const [words, setWords] = useState('');
  const say = useWrite(SayOffRecordDocument);
  const takeBack = useWrite(TakeBackOffRecordDocument, { keyed: false });
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!words.trim() || say.isWriting) return;
    if (!(await say.write({ sessionId, words }))) return;
    setWords('');
    again();
  };
  return (
    <>
      {conversation.remarks.length === 0 ? (
        <p className="ink2">{t('off.empty')}</p>
      ) : (
        <ol className="plain stack g4" aria-live="polite">
          {conversation.remarks.map(({ id, words: said, saidAt, author, viewerMayTakeBack }) => (
            <li key={id} className="flex top remark">
              <PersonFace name={author.name} pictureUrl={author.pictureUrl} small />
              <div className="grow">
                <p className="small">
                  <b>
                    <bdi>{author.name}</bdi>
                  </b>{' '}
                  <span className="ink2">
                    <InstantText at={saidAt} style="time" />
                  </span>
                </p>
                <p className="prose" dir="auto">
                  {said}
                </p>
              </div>
              {viewerMayTakeBack && (
                <button
                  type="button"
                  className="textbutton small"
                  aria-label={t('off.takeBackOf', { name: author.name })}
                  onClick={() => void takeBack.write({ sessionId, remarkId: id }).then(again)}
                >
                  {t('off.takeBack')}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      <WriteTrouble failure={takeBack.failure} />
      <form className="stack g2" onSubmit={(event) => void send(event)} noValidate>
        <Textarea
          label={t('off.field')}
          placeholder={t('off.placeholder')}
          autosize
          minRows={2}
          maxLength={2000}
          autoComplete="off"
          dir="auto"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
          error={say.failure?.fields['words']}
        />
        <WhoWillSee
          level="off"
          community={community}
          foot={
            <div className="flex" style={{ justifyContent: 'flex-end' }}>
              <Button type="submit" loading={say.isWriting} disabled={!words.trim()}>
                {t('off.send')}
              </Button>
            </div>
          }
        >
          <p className="small">{t('off.readers', { count: conversation.readerCount })}</p>
          <p className="tiny ink2">{t('off.copies')}</p>
        </WhoWillSee>
        <WriteTrouble failure={say.failure} shownFields={['words']} />
      </form>
    </>
  );
}
