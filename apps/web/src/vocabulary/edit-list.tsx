import { useTranslation } from 'react-i18next';
import { languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** What became different, each as before and after. */
export function EditList({ edits }: { edits: { field: string; before: string | null; after: string | null }[] }) {
  const { t } = useTranslation('vocabulary');
  const { locale } = useLanguage();
  const called = (field: string) =>
    field.startsWith('label.') ? languageName(field.slice(6), locale) : t(`field.${field as 'note' | 'retired' | 'successor' | 'order'}`);
  const worded = (field: string, value: string) => (field === 'retired' ? t(value === 'yes' ? 'yes' : 'no') : value);
  const shown = edits.filter(({ field }) => field !== 'order');
  if (shown.length === 0) return null;
  return (
    <dl className="edits small">
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="ink2">{called(field)}</dt>
          <dd>
            {before !== null && (
              <del>
                <bdi>{worded(field, before)}</bdi>
              </del>
            )}{' '}
            {after !== null && (
              <ins>
                <bdi>{worded(field, after)}</bdi>
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
