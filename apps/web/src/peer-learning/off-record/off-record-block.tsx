import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconMicrophoneOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../data/use-room.js';
import { useWrite } from '../../data/use-write.js';
import { Level } from '../../design/level.js';
import { WriteTrouble } from '../../design/states.js';
import { OffRecordDocument, OpenOffRecordDocument, type OffRecordPartsFragment } from '../../gql/peer-learning/graphql.js';
import { instantText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useNow } from '../../i18n/use-now.js';
import { useOwnZone } from '../../shell/own-zone.js';
import { useViewer } from '../../shell/viewer.js';
import { Remarks } from './remarks.js';
import './off-record.css';

/** How the conversation stands, for those who take part. */
export type Conversation = NonNullable<OffRecordPartsFragment['offRecord']>;

/** A session's conversation off the record: nothing for those who do not take part, and nothing of it after the session. */
export function OffRecordBlock({ sessionId, community, seatState }: { sessionId: string; community: string; seatState: string | null }) {
  const viewer = useViewer();
  // Never kept in this browser: what is erased there shall not be left here.
  const found = useQuery(OffRecordDocument, { variables: { id: sessionId }, fetchPolicy: 'no-cache', skip: !viewer });
  const { refetch } = found;
  useEffect(() => void refetch().catch(() => undefined), [refetch, seatState]);
  const now = useNow();
  const conversation = found.data?.session.offRecord;
  if (!viewer || !conversation) return null;
  const isCalledOff = conversation.state === 'ERASED' && Date.parse(conversation.erasedAt) > now.getTime();
  if (isCalledOff || (conversation.state === 'NONE' && !conversation.viewerCan.includes('OPEN'))) return null;
  const again = () => void refetch().catch(() => undefined);
  return <Shown sessionId={sessionId} community={community} conversation={conversation} again={again} />;
}

function Shown({
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
  const { locale } = useLanguage();
  const zone = useOwnZone();
  const open = useWrite(OpenOffRecordDocument);
  const { state, opensAt, erasedAt } = conversation;
  useRoom(state === 'OPEN' ? `off-record:${sessionId}` : null, again, again);
  // The page turns by itself when the conversation begins and when it ends.
  useEffect(() => {
    const next = state === 'COMING' ? opensAt : state === 'OPEN' ? erasedAt : null;
    const wait = next ? Date.parse(next) - Date.now() + 1000 : 0;
    if (wait <= 0 || wait > 2_000_000_000) return;
    const timer = setTimeout(again, wait);
    return () => clearTimeout(timer);
  });
  const when = (at: string) => instantText(new Date(at), 'dayAndTime', locale, zone);
  return (
    <section className="offrecord stack g4" aria-labelledby="off-record">
      <div className="flex between wrap">
        <h2 id="off-record">{t('off.title')}</h2>
        <Level level="off" community={community} />
      </div>
      {state === 'NONE' && (
        <div className="stack g2">
          <p className="small ink2">{t('off.openWhy')}</p>
          <div>
            <Button
              variant="default"
              leftSection={<IconMicrophoneOff size={17} aria-hidden />}
              loading={open.isWriting}
              onClick={() => void open.write({ sessionId }).then(again)}
            >
              {t('off.open')}
            </Button>
          </div>
          <WriteTrouble failure={open.failure} />
        </div>
      )}
      {state === 'COMING' && <p className="small">{t('off.coming', { opens: when(opensAt), erased: when(erasedAt) })}</p>}
      {state === 'ERASED' && <p className="small ink2">{t('off.erased', { erased: when(erasedAt) })}</p>}
      {state === 'OPEN' && (
        <>
          <p className="small">
            <b>{t('off.now', { erased: when(erasedAt) })}</b>
          </p>
          <Remarks sessionId={sessionId} community={community} conversation={conversation} again={again} />
        </>
      )}
    </section>
  );
}
