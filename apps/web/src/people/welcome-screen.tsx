import { Button, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { UpdateProfileDocument } from '../gql/people/graphql.js';
import { useLanguage } from '../i18n/use-language.js';
import { safeReturn } from '../search.js';
import { useViewer } from '../shell/viewer.js';
import { LanguagesField, ZoneField } from './person-fields.js';
import { SignInFrame } from './sign-in-frame.js';
import { deviceZone } from './zones.js';

/** After the first sign-in: a name, the languages, the zone. Everything else can wait. */
export function WelcomeScreen() {
  const { t } = useTranslation('people');
  const { returnTo } = useSearch({ from: '/welcome' });
  const { language } = useLanguage();
  const navigate = useNavigate();
  const viewer = useViewer();
  const [name, setName] = useState('');
  const [languages, setLanguages] = useState<string[]>([language]);
  const [zone, setZone] = useState(deviceZone);
  const { write, isWriting, failure } = useWrite(UpdateProfileDocument);

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ name: name.trim(), languages, timeZone: zone });
    if (data) await navigate({ href: returnTo ? safeReturn(returnTo) : '/communities' });
  };

  return (
    <SignInFrame title={t('welcome.title')}>
      <p>{t('welcome.intro', { email: viewer?.email ?? '' })}</p>
      <form className="stack g4" onSubmit={(event) => void begin(event)}>
        <TextInput
          label={t('profile.name')}
          description={t('profile.nameWhy')}
          autoComplete="name"
          dir="auto"
          required
          withAsterisk={false}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={failure?.fields['name']}
        />
        <LanguagesField value={languages} onChange={setLanguages} error={failure?.fields['languages']} />
        <ZoneField value={zone} onChange={setZone} error={failure?.fields['timeZone']} />
        <WriteTrouble failure={failure} shownFields={['name', 'languages', 'timeZone']} />
        <Button type="submit" size="md" fullWidth loading={isWriting} disabled={!name.trim()}>
          {t('welcome.begin')}
        </Button>
      </form>
    </SignInFrame>
  );
}
