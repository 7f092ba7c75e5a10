import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PersonFace } from '../design/who.js';
import { listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import type { LiveTextState } from './live-text.js';
import type { Present } from './present.js';

const icons = { saved: IconCloudCheck, saving: IconCloudUp, offline: IconCloudOff };
const mostFaces = 5;

/** Whether what one wrote is safe, and who else is at the table: in words. */
export function DeskState({ state, self }: { state: LiveTextState; self: Present }) {
  const { t } = useTranslation('writing');
  const { locale } = useLanguage();
  const Icon = icons[state.saving];
  const people = [...state.others, self];
  const isOffline = state.saving === 'offline';
  return (
    <div className="flex wrap deskstate small ink2">
      {!state.refusal && (
        <span className={`flex ${isOffline ? 'deskoffline' : ''}`} role="status">
          <Icon size={18} aria-hidden />
          {t(`saving.${state.saving}`)}
        </span>
      )}
      {!isOffline && (
        <span
          className="flex"
          title={listText(
            people.map(({ name }) => name),
            locale,
          )}
        >
          <span className="faces">
            {people.slice(0, mostFaces).map(({ id, name }) => (
              <PersonFace key={id} name={name} here small />
            ))}
          </span>
          <span>
            {t('hereNow', { count: people.length })}
            {state.others.length > 0 && (
              <span className="tiny ink3 deskothers">
                {t('withYou', {
                  names: listText(
                    state.others.slice(0, mostFaces).map(({ name }) => name),
                    locale,
                  ),
                })}
              </span>
            )}
          </span>
        </span>
      )}
    </div>
  );
}
