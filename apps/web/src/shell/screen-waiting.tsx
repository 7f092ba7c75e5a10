import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../design/states.js';

/** A screen on its way. */
export function ScreenWaiting() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <VisuallyHidden component="h1">{t('loading')}</VisuallyHidden>
      <Waiting />
    </div>
  );
}
