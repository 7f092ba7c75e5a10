import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../design/states.js';
import type { LiveText, Refusal } from './live-text.js';
import { plainTextOf } from './plain-text.js';

const known = [
  'MAY_NOT_WRITE',
  'TEXT_IS_CLOSED',
  'FOREIGN_AUTHOR',
  'FOREIGN_CONTENT',
  'DAMAGED_UPDATE',
  'UPDATE_TOO_LARGE',
  'TEXT_TOO_LARGE',
] as const;

/** The server did not take the last changes: why, what is kept, and the way back to the common text. */
export function RefusedText({ text, refusal, onStartAgain }: { text: LiveText; refusal: Refusal; onStartAgain: () => void }) {
  const { t } = useTranslation('writing');
  const code = known.find((one) => one === refusal.code) ?? 'OTHER';
  const copy = async () => {
    await navigator.clipboard.writeText(plainTextOf(text.fragment));
    notifications.show({ message: t('refused.copied'), autoClose: 4000 });
  };
  return (
    <Trouble
      title={t('refused.title')}
      action={
        <div className="flex wrap" style={{ marginBlockStart: '0.5rem' }}>
          <Button variant="default" onClick={() => void copy()}>
            {t('refused.copy')}
          </Button>
          <Button variant="subtle" onClick={onStartAgain}>
            {t('refused.goOn')}
          </Button>
        </div>
      }
    >
      <p>{t(`refused.why.${code}`)}</p>
      <p>{t('refused.kept')}</p>
    </Trouble>
  );
}
