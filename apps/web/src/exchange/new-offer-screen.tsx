import { useQuery } from '@apollo/client/react';
import { Button, MultiSelect, Radio, Select, TextInput, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { byLabel, countryCodes } from '../communities/choices.js';
import { useWrite } from '../data/use-write.js';
import { Page } from '../design/page.js';
import { WriteTrouble } from '../design/states.js';
import {
  ExchangeWordsDocument,
  PostOfferDocument,
  type OfferAudience,
  type OfferDirection,
  type OfferKind,
} from '../gql/exchange/graphql.js';
import { countryName, languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { workingLanguages } from '../people/zones.js';
import { useViewer } from '../shell/viewer.js';
import { dayAhead, offerKinds } from './choices.js';
import './exchange.css';

const shown = ['kind', 'title', 'details', 'country', 'place', 'languages', 'themes', 'until', 'communityId'];

/** Offers something, or asks for it. */
export function NewOfferScreen() {
  const { t } = useTranslation(['exchange', 'communities']);
  const { locale } = useLanguage();
  const viewer = useViewer();
  const navigate = useNavigate();
  const words = useQuery(ExchangeWordsDocument, { fetchPolicy: 'cache-first' });
  const { write, isWriting, failure } = useWrite(PostOfferDocument);
  const [said, setSaid] = useState({
    direction: 'OFFER' as OfferDirection,
    kind: 'ROOM' as OfferKind,
    title: '',
    details: '',
    country: null as string | null,
    place: '',
    languages: [] as string[],
    themes: [] as string[],
    audience: 'SIGNED_IN' as OfferAudience,
    communityId: null as string | null,
    until: dayAhead(3),
  });
  const change = (changed: Partial<typeof said>) => setSaid({ ...said, ...changed });
  const errors = failure?.fields ?? {};
  const post = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({ ...said, communityId: said.audience === 'COMMUNITY' ? said.communityId : null });
    if (data) await navigate({ to: '/exchange/$offerId', params: { offerId: data.postOffer.id } });
  };
  return (
    <Page title={t('titles.new')} size="narrow">
      <h1>{t('titles.new')}</h1>
      <form className="stack g6 offerform" onSubmit={(event) => void post(event)} noValidate>
        <Radio.Group
          label={t('field.direction')}
          value={said.direction}
          onChange={(value) => change({ direction: value as OfferDirection })}
        >
          <div className="stack g2">
            <Radio value="OFFER" label={t('giving')} />
            <Radio value="ASK" label={t('wanting')} />
          </div>
        </Radio.Group>
        <Select
          label={t('field.kind')}
          data={offerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={said.kind}
          onChange={(kind) => kind && change({ kind: kind as OfferKind })}
          allowDeselect={false}
        />
        <TextInput
          label={t('field.title')}
          dir="auto"
          maxLength={120}
          value={said.title}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          error={errors['title']}
        />
        <Textarea
          label={t('field.details')}
          description={t('field.detailsWhy')}
          dir="auto"
          autosize
          minRows={3}
          maxLength={2000}
          value={said.details}
          onChange={({ currentTarget }) => change({ details: currentTarget.value })}
          error={errors['details']}
        />
        <div className="twofields">
          <Select
            label={t('communities:filter.country')}
            data={countryCodes.map((value) => ({ value, label: countryName(value, locale) })).sort(byLabel(locale))}
            value={said.country}
            onChange={(country) => change({ country })}
            clearable
            clearButtonProps={{ 'aria-label': t('communities:filter.clear') }}
            searchable
          />
          <TextInput
            label={t('field.place')}
            dir="auto"
            maxLength={120}
            value={said.place}
            onChange={({ currentTarget }) => change({ place: currentTarget.value })}
            error={errors['place']}
          />
        </div>
        <MultiSelect
          label={t('field.languages')}
          data={workingLanguages.map((value) => ({ value, label: languageName(value, locale) })).sort(byLabel(locale))}
          value={said.languages}
          onChange={(languages) => change({ languages })}
          searchable
          hidePickedOptions
          error={errors['languages']}
        />
        <MultiSelect
          label={t('field.themes')}
          data={(words.data?.scheme.terms ?? []).map(({ id, label }) => ({ value: id, label }))}
          value={said.themes}
          onChange={(themes) => change({ themes })}
          maxValues={10}
          searchable
          hidePickedOptions
          error={errors['themes']}
        />
        <TextInput
          type="date"
          label={t('field.until')}
          description={t('field.untilWhy')}
          min={dayAhead(0)}
          max={dayAhead(23)}
          value={said.until}
          onChange={({ currentTarget }) => change({ until: currentTarget.value })}
          error={errors['until']}
        />
        <Radio.Group label={t('field.audience')} value={said.audience} onChange={(value) => change({ audience: value as OfferAudience })}>
          <div className="stack g2">
            {(['SIGNED_IN', 'COMMUNITY', 'PUBLIC'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`audience.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        {said.audience === 'COMMUNITY' && (
          <Select
            label={t('field.community')}
            data={(viewer?.memberships ?? []).map(({ community }) => ({ value: community.id, label: community.name }))}
            value={said.communityId}
            onChange={(communityId) => change({ communityId })}
            error={errors['communityId']}
          />
        )}
        <WriteTrouble failure={failure} shownFields={shown} />
        <div>
          <Button
            type="submit"
            loading={isWriting}
            disabled={said.title.trim().length < 5 || said.details.trim().length < 10 || !said.until}
          >
            {t('post')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
