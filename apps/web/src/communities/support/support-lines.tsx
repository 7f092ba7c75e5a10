import { useTranslation } from 'react-i18next';
import { languageName, listText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';

/** What is offered to those who take part, as a community or a session says it. */
export type Offered = { interpreting: string[]; compensation?: string | null };

/** Interpreting and compensation in two sentences; nothing where nothing is offered. */
export function SupportLines({ support }: { support: Offered | null | undefined }) {
  const { t } = useTranslation('support');
  const { locale } = useLanguage();
  if (!support) return null;
  return (
    <div className="small ink2 stack g1">
      {support.interpreting.length > 0 && (
        <p>
          {t('interpreting', {
            languages: listText(
              support.interpreting.map((tag) => languageName(tag, locale)),
              locale,
            ),
          })}
        </p>
      )}
      {support.compensation && (
        <p>
          {t('compensation')} <span dir="auto">{support.compensation}</span>
        </p>
      )}
    </div>
  );
}
