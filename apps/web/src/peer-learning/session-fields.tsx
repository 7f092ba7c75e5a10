import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganisationField } from '../people/organisation-field.js';
import { allZones } from '../people/zones.js';
import { ElsewhereTimes } from './elsewhere-times.js';
import type { SessionDraft } from './session-form.js';

export type FieldsProps = {
  draft: SessionDraft;
  onChange: (changed: Partial<SessionDraft>) => void;
  errors: Record<string, string>;
};

/** When: what the clock on the wall shows there, and what that means elsewhere. */
export function WhenFields({ draft, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('peer-learning');
  const zones = useMemo(() => allZones(draft.timeZone), [draft.timeZone]);
  return (
    <fieldset className="stack g3">
      <div className="pair">
        <TextInput
          type="date"
          label={t('form.date')}
          value={draft.date}
          onChange={({ currentTarget }) => onChange({ date: currentTarget.value })}
          error={errors['localStart']}
        />
        <TextInput
          type="time"
          label={t('form.time')}
          value={draft.time}
          onChange={({ currentTarget }) => onChange({ time: currentTarget.value })}
          error={!!errors['localStart']}
        />
        <NumberInput
          label={t('form.minutes')}
          value={draft.minutes}
          onChange={(minutes) => onChange({ minutes: typeof minutes === 'number' ? minutes : minutes === '' ? '' : Number(minutes) })}
          min={5}
          step={15}
          allowDecimal={false}
          clampBehavior="none"
          hideControls
          error={errors['durationMinutes']}
        />
      </div>
      <Select
        label={t('form.zone')}
        description={t('form.zoneWhy')}
        data={zones}
        value={draft.timeZone}
        onChange={(timeZone) => timeZone && onChange({ timeZone })}
        searchable
        allowDeselect={false}
        limit={60}
        dir="ltr"
        error={errors['timeZone']}
      />
      <ElsewhereTimes draft={draft} />
    </fieldset>
  );
}

/** Where, and for how many. */
export function WhereFields({ draft, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('peer-learning');
  return (
    <>
      <TextInput
        label={t('form.place')}
        description={t('form.placeWhy')}
        dir="auto"
        value={draft.place}
        onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
        error={errors['place']}
      />
      <TextInput
        type="url"
        label={t('form.link')}
        description={t('form.linkWhy')}
        dir="ltr"
        placeholder="https://"
        value={draft.link}
        onChange={({ currentTarget }) => onChange({ link: currentTarget.value })}
        error={errors['link']}
      />
      <NumberInput
        label={t('form.seats')}
        value={draft.seats}
        onChange={(seats) => onChange({ seats: typeof seats === 'number' ? seats : seats === '' ? '' : Number(seats) })}
        min={1}
        allowDecimal={false}
        clampBehavior="none"
        maw="11rem"
        hideControls
        error={errors['seats']}
      />
    </>
  );
}

/** What it is about, and who hosts it. */
export function TitleField({ draft, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('peer-learning');
  return (
    <TextInput
      label={t('form.title')}
      dir="auto"
      value={draft.title}
      onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      error={errors['title']}
    />
  );
}

/** The organisation that hosts it. */
export function HostField({ draft, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('peer-learning');
  return (
    <OrganisationField
      label={t('form.host')}
      description={t('form.hostWhy')}
      value={draft.host}
      onChange={(host) => onChange({ host })}
      error={errors['hostId']}
    />
  );
}

/** More about it, plain text. */
export function DescriptionField({ draft, onChange, errors }: FieldsProps) {
  const { t } = useTranslation('peer-learning');
  return (
    <Textarea
      label={t('form.description')}
      description={t('form.descriptionWhy')}
      dir="auto"
      autosize
      minRows={4}
      value={draft.description}
      onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
      error={errors['description']}
    />
  );
}
