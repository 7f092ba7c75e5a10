import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { forget } from '../data/connections.js';
import { useCall } from '../data/use-call.js';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { CreateApiTokenDocument, RevokeApiTokenDocument, SettingsDocument, type SettingsQuery } from '../gql/people/graphql.js';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { ShownOnce } from './shown-once.js';

const terms = [30, 90, 365];

/** Keys for programs that read in my name. */
export function TokensSection({ tokens }: { tokens: NonNullable<SettingsQuery['viewer']>['apiTokens'] }) {
  const { t } = useTranslation('people');
  const { locale } = useLanguage();
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [secret, setSecret] = useState<string | null>(null);
  const create = useWrite(CreateApiTokenDocument);
  const revoke = useCall(RevokeApiTokenDocument);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const data = await create.write(
      { name: name.trim(), expiresInDays: days },
      {
        update: (cache, { createApiToken: { apiToken } }) =>
          cache.updateQuery(
            { query: SettingsDocument },
            (kept) => kept?.viewer && { ...kept, viewer: { ...kept.viewer, apiTokens: [...kept.viewer.apiTokens, apiToken] } },
          ),
      },
    );
    if (!data) return;
    setSecret(data.createApiToken.secret);
    setName('');
  };
  return (
    <section aria-labelledby="settings-tokens">
      <h2 id="settings-tokens">{t('settings.tokens')}</h2>
      <p className="ink2">{t('settings.tokensWhy')}</p>
      {secret && <ShownOnce label={t('settings.tokenSecret')} secret={secret} why={t('settings.shownOnce')} />}
      <ul className="plain">
        {tokens.map((token) => (
          <li key={token.id} className="rowline settingrow">
            <span>
              <bdi>{token.name}</bdi>
              <span className="small ink2" style={{ display: 'block' }}>
                {t('settings.expires', { date: instantText(new Date(token.expiresAt), 'day', locale) })}{' '}
                {token.lastUsedAt
                  ? t('settings.lastUsed', { date: instantText(new Date(token.lastUsedAt), 'day', locale) })
                  : t('settings.neverUsed')}
              </span>
            </span>
            <Button
              variant="default"
              aria-label={t('settings.revokeNamed', { name: token.name })}
              onClick={() => {
                setSecret(null);
                void revoke.call({ apiTokenId: token.id }, { update: (cache) => forget(cache, 'ApiToken', token.id) });
              }}
            >
              {t('settings.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <form className="flex top wrap" style={{ alignItems: 'flex-end' }} onSubmit={(event) => void make(event)}>
        <TextInput
          className="grow"
          label={t('settings.tokenName')}
          dir="auto"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={create.failure?.fields['name']}
        />
        <NativeSelect
          label={t('settings.tokenTerm')}
          value={String(days)}
          data={terms.map((term) => ({ value: String(term), label: t('settings.days', { count: term }) }))}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <Button type="submit" variant="default" loading={create.isWriting} disabled={!name.trim()}>
          {t('settings.newToken')}
        </Button>
      </form>
      <WriteTrouble failure={create.failure ?? revoke.failure} shownFields={['name']} />
    </section>
  );
}
