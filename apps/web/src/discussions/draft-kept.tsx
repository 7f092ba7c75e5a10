import { useTranslation } from 'react-i18next';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** "Draft kept, 10:42": quiet, and only once there is one. */
export function DraftKept({ savedAt }: { savedAt: number | null }) {
  const { t } = useTranslation('discussions');
  const { locale } = useLanguage();
  if (!savedAt) return null;
  return <span className="tiny ink2">{t('composer.kept', { time: instantText(new Date(savedAt), 'time', locale) })}</span>;
}
