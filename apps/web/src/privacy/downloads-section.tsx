import { useApolloClient } from '@apollo/client/react';
import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../data/use-room.js';
import { useWrite } from '../data/use-write.js';
import { InstantText } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import {
  DownloadLinkDocument,
  PersonalDownloadsDocument,
  RequestDownloadDocument,
  type DownloadLineFragment,
  type PrivacyQuery,
} from '../gql/privacy/graphql.js';
import { ProveIt } from './prove-it.js';

type Viewer = NonNullable<PrivacyQuery['viewer']>;

/** My data in one file: asked for here, put together on the server, fetched within the hour. */
export function DownloadsSection({ viewer, downloads }: { viewer: Viewer; downloads: DownloadLineFragment[] }) {
  const { t } = useTranslation('privacy');
  const client = useApolloClient();
  const [proving, setProving] = useState<(() => void) | null>(null);
  const request = useWrite(RequestDownloadDocument);
  const link = useWrite(DownloadLinkDocument, { keyed: false });
  const refresh = () => void client.query({ query: PersonalDownloadsDocument, fetchPolicy: 'network-only' });
  useRoom(`person:${viewer.person.id}`, ({ kind }) => kind === 'download-changed' && refresh(), refresh);
  const needsProof = (code: string | undefined) => code === 'FRESH_SIGN_IN_NEEDED';

  const ask = async () => {
    if (await request.write({})) refresh();
    else setProving(() => () => void ask());
  };
  const fetch = async (downloadId: string) => {
    const data = await link.write({ downloadId });
    if (data) window.location.assign(data.downloadLink);
    else setProving(() => () => void fetch(downloadId));
  };
  const isWaiting = downloads.some(({ state }) => state === 'WAITING');
  const failure = request.failure ?? link.failure;
  return (
    <section aria-labelledby="privacy-data" className="stack g4">
      <h2 id="privacy-data">{t('data.title')}</h2>
      <p className="ink2">{t('data.intro')}</p>
      {downloads.length > 0 && (
        <ul className="plain">
          {downloads.map((download) => (
            <Download key={download.id} download={download} onFetch={() => void fetch(download.id)} />
          ))}
        </ul>
      )}
      {needsProof(failure?.code) && proving ? (
        <ProveIt
          account={viewer}
          onProved={() => {
            request.clear();
            link.clear();
            setProving(null);
            proving();
          }}
        />
      ) : (
        <>
          <WriteTrouble failure={failure} />
          <div>
            <Button variant="default" loading={request.isWriting} disabled={isWaiting} onClick={() => void ask()}>
              {t('data.ask')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Download({ download, onFetch }: { download: DownloadLineFragment; onFetch: () => void }) {
  const { t } = useTranslation('privacy');
  const { state, done, of, expiresAt, requestedAt, bytes } = download;
  return (
    <li className="rowline stack g1 downloadline">
      <span className="small">
        {t('data.askedFor')} <InstantText at={requestedAt} />
      </span>
      {state === 'WAITING' && (
        <>
          <span role="status">{t('data.waiting')}</span>
          <Progress value={of ? (100 * done) / of : 3} aria-label={t('data.waiting')} />
        </>
      )}
      {state === 'READY' && expiresAt && (
        <div className="flex wrap between">
          <span className="small ink2">
            {t('data.until')}{' '}
            <bdi>
              <InstantText at={expiresAt} style="time" />
            </bdi>{' '}
            · <bdi>{t('data.size', { count: Math.max(1, Math.round((bytes ?? 0) / 1024)) })}</bdi>
          </span>
          <Button size="xs" onClick={onFetch}>
            {t('data.fetch')}
          </Button>
        </div>
      )}
      {state === 'GONE' && <span className="small ink2">{t('data.gone')}</span>}
    </li>
  );
}
