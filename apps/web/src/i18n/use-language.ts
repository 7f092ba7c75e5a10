import { useTranslation } from 'react-i18next';
import { isLanguage, languages, type Language } from './languages.js';

/** The language of the page, its locale for Intl, and its direction. */
export function useLanguage(): { language: Language; locale: string; dir: 'ltr' | 'rtl' } {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return { language, ...languages[language] };
}
