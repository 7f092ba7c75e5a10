import { Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../data/failures.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';

/** The languages that a word is asked for; others that it has already are shown, too. */
const wanted = ['en', 'de', 'fr', 'es', 'uk', 'ar'];

type Described = { labels: { language: string; text: string }[]; note: string | null };

/** The labels of a word or a vocabulary, one a language, and what is meant. */
export function DescribedForm({
  described,
  write,
  onSave,
  onCancel,
}: {
  described: Described | null;
  write: { isWriting: boolean; failure: Failure | null };
  onSave: (described: Described) => Promise<unknown>;
  onCancel: () => void;
}) {
  const { t } = useTranslation(['vocabulary', 'shell']);
  const { locale } = useLanguage();
  const before = Object.fromEntries((described?.labels ?? []).map(({ language, text }) => [language, text]));
  const [labels, setLabels] = useState<Record<string, string>>(before);
  const [note, setNote] = useState(described?.note ?? '');
  const languages = [...new Set([...wanted, ...Object.keys(before)])];
  const { fields = {} } = write.failure ?? {};
  const given = languages.map((language) => ({ language, text: (labels[language] ?? '').trim() })).filter(({ text }) => text);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void onSave({ labels: given, note: note.trim() || null });
  };
  const isSame = note.trim() === (described?.note ?? '') && languages.every((one) => (labels[one] ?? '').trim() === (before[one] ?? ''));
  return (
    <form className="stack g3 termform" onSubmit={save} noValidate>
      <div className="twofields">
        {languages.map((language) => (
          <TextInput
            key={language}
            label={languageName(language, locale)}
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'auto'}
            required={language === 'en'}
            maxLength={160}
            value={labels[language] ?? ''}
            error={language === 'en' ? fields['labels'] : fields[`labels.${given.findIndex((one) => one.language === language)}.text`]}
            onChange={({ currentTarget }) => setLabels({ ...labels, [language]: currentTarget.value })}
          />
        ))}
      </div>
      <Textarea
        label={t('note')}
        autosize
        minRows={2}
        dir="auto"
        maxLength={1000}
        value={note}
        error={fields['note']}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <WriteTrouble failure={write.failure} shownFields={['labels', 'note']} />
      <FormActions go={t('shell:save')} isWriting={write.isWriting} disabled={!(labels['en'] ?? '').trim() || isSame} onCancel={onCancel} />
    </form>
  );
}
