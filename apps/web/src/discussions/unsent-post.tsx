import { Button } from '@mantine/core';
import type { JSONContent } from '@tiptap/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../content/rich-text.js';
import type { Failure } from '../data/failures.js';
import { PersonFace, UnattributedFace } from '../design/who.js';
import type { Viewer } from '../shell/viewer.js';
import { useVoiceName } from './voice-name.js';

/** One's own reply, shown before the server has it; when it does not get there, it stays and says so. */
export function UnsentPost({
  body,
  viewer,
  isUnattributed,
  failure,
  onRetry,
  onBack,
}: {
  body: JSONContent;
  viewer: Viewer;
  isUnattributed: boolean;
  failure: Failure | null;
  onRetry: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation(['discussions', 'shell']);
  const nameOf = useVoiceName();
  return (
    <article className="post" aria-label={t('unsent.label')}>
      {isUnattributed ? <UnattributedFace /> : <PersonFace name={viewer.person.name} pictureUrl={viewer.person.pictureUrl} />}
      <div className="grow stack g2">
        <header className="posthead">
          <b>
            <bdi>{isUnattributed ? nameOf({}) : viewer.person.name}</bdi>
          </b>
          {!failure && (
            <span className="small ink2" role="status">
              {t('unsent.sending')}
            </span>
          )}
        </header>
        <RichText body={body} className={failure ? '' : 'sending'} />
        {failure && (
          <div className="notice notice-trouble" role="alert">
            <IconAlertTriangle size={20} aria-hidden />
            <div className="stack g2">
              <b>{t('unsent.failed')}</b>
              <span className="small">{Object.values(failure.fields)[0] ?? failure.message}</span>
              <div className="flex wrap">
                <Button variant="default" onClick={onRetry}>
                  {t('shell:trouble.retry')}
                </Button>
                <Button variant="subtle" onClick={onBack}>
                  {t('unsent.back')}
                </Button>
              </div>
            </div>
          </div>
        )}
      </div>
    </article>
  );
}
