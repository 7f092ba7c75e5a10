import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Who says something: a person, or of an unattributed contribution the number of its voice. */
export type Speaker = { author?: { name: string } | null; voice?: number | null };

/** How a speaker is called: by name, or as a numbered voice. */
export const useVoiceName = (): ((speaker: Speaker) => string) => {
  const { t } = useTranslation('confidences');
  return useCallback(
    ({ author, voice }) => author?.name ?? (voice ? t('voice.numbered', { number: voice }) : t('voice.someoneStart')),
    [t],
  );
};
