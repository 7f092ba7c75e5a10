import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble, Waiting } from '../design/states.js';
import type { LiveText, LiveTextState } from '../writing/live-text.js';
import { RefusedText } from '../writing/refused-text.js';
import { FrozenNotice } from './frozen-notice.js';
import type { DeskPosition } from './position-screen.js';

const loadEditor = () => import('../writing/live-editor.js');
const LiveEditor = lazy(() => loadEditor().then((loaded) => ({ default: loaded.LiveEditor })));

/** The text as it is being written, or as it was when writing ended. */
export function PositionText({
  position,
  text,
  state,
  onStartAgain,
}: {
  position: DeskPosition;
  text: LiveText | null;
  state: LiveTextState;
  onStartAgain: () => void;
}) {
  const { t } = useTranslation('advocacy');
  // The editor is heavy: it comes along while the text itself is on its way.
  useEffect(() => void loadEditor(), []);
  const isDrafting = position.state === 'DRAFTING';
  const head = (
    <header className="dochead">
      <h1 className="record" dir="auto">
        {position.title}
      </h1>
      <p className="ink2">{t('addressedTo', { addressee: position.addressee })}</p>
    </header>
  );
  const mayWrite = isDrafting && position.viewerCan.includes('WRITE') && state.mayWrite && !state.refusal;
  return (
    <>
      {state.refusal && text && <RefusedText text={text} refusal={state.refusal} onStartAgain={onStartAgain} />}
      {!isDrafting && <FrozenNotice position={position} />}
      {isDrafting && state.isReady && !mayWrite && !state.refusal && state.saving !== 'offline' && (
        <p className="notice notice-quiet small">{t('desk.readOnly')}</p>
      )}
      {text && state.isReady && !state.isClosed ? (
        <Suspense
          fallback={
            <>
              {head}
              <Waiting shape="text" />
            </>
          }
        >
          <LiveEditor key={text.doc.guid} text={text} label={t('desk.textOf', { title: position.title })} mayWrite={mayWrite} head={head} />
        </Suspense>
      ) : (
        <>
          {head}
          {state.isClosed ? <Trouble title={t('desk.closed')}>{t('desk.closedWhy')}</Trouble> : <Waiting shape="text" />}
        </>
      )}
    </>
  );
}
