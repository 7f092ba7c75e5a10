import { NativeSelect, SegmentedControl, Switch, type MantineColorScheme } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags, languages, type Language } from '../i18n/languages.js';
import { useLanguage } from '../i18n/use-language.js';
import { setSingleKeys, singleKeysAreOn } from '../shell/keys.js';
import { useWishes } from '../shell/wishes.js';

/** Language, light or dark, single keys. */
export function LookSection() {
  const { t } = useTranslation(['people', 'shell']);
  const { language } = useLanguage();
  const { colorScheme, setLanguage, setScheme } = useWishes();
  const [keys, setKeys] = useState(singleKeysAreOn);
  const schemeId = useId();
  return (
    <section aria-labelledby="settings-look">
      <h2 id="settings-look">{t('settings.look')}</h2>
      <NativeSelect
        label={t('shell:wishes.language')}
        value={language}
        data={languageTags.map((tag) => ({ value: tag, label: languages[tag].name }))}
        onChange={({ currentTarget }) => void setLanguage(currentTarget.value as Language)}
      />
      <div role="group" aria-labelledby={schemeId} className="stack g1">
        <span className="fieldlabel" id={schemeId}>
          {t('shell:wishes.scheme')}
        </span>
        <SegmentedControl
          value={colorScheme}
          aria-labelledby={schemeId}
          data={(['auto', 'light', 'dark'] as const).map((scheme) => ({ value: scheme, label: t(`shell:wishes.${scheme}`) }))}
          onChange={(scheme) => setScheme(scheme as MantineColorScheme)}
        />
      </div>
      <Switch
        label={t('shell:keys.single')}
        description={t('shell:keys.singleWhy')}
        checked={keys}
        onChange={({ currentTarget }) => {
          setKeys(currentTarget.checked);
          setSingleKeys(currentTarget.checked);
        }}
      />
    </section>
  );
}
