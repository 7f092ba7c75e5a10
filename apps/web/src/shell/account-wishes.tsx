import { useDirection, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { speak } from '../i18n/i18n.js';
import { chosenLanguage, isLanguage, languages } from '../i18n/languages.js';
import { hasChosenScheme } from './scheme.js';
import { useViewer } from './viewer.js';

/** A device where nobody has chosen yet takes language and scheme from the account. */
export function AccountWishes() {
  const viewer = useViewer();
  const { setDirection } = useDirection();
  const { setColorScheme } = useMantineColorScheme();
  const language = viewer?.language;
  const scheme = viewer?.colorScheme;
  useEffect(() => {
    if (!isLanguage(language) || chosenLanguage()) return;
    void speak(language).then(() => setDirection(languages[language].dir));
  }, [language, setDirection]);
  useEffect(() => {
    if (scheme && !hasChosenScheme()) setColorScheme(scheme.toLowerCase() as MantineColorScheme);
  }, [scheme, setColorScheme]);
  return null;
}
