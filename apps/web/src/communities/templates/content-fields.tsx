import { ActionIcon, Button, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommunityKind, JoinPolicy, Level, TemplateContentPartsFragment, Visibility } from '../../gql/communities/graphql.js';
import { joinPolicies, kinds, levels, visibilities } from '../choices.js';

/** What a template holds, as its form keeps it. */
export type Content = Plain<TemplateContentPartsFragment>;

/** Without the names that the cache needs. */
type Plain<T> = T extends (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T as Key extends '__typename' ? never : Key]: Plain<T[Key]> }
    : T;

/** Kinds that many may start from: none of them has a task, an end or a project of its own. */
const startable = kinds.filter((kind) => kind !== 'TASK_FORCE' && kind !== 'PROJECT_CIRCLE');

type Part<K extends keyof Content> = Content[K] extends (infer T)[] ? T : never;

/** Every part of a template: what the community is, then what it begins with. */
export function ContentFields({
  content,
  onChange,
  errors,
}: {
  content: Content;
  onChange: (changed: Partial<Content>) => void;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation(['templates', 'communities']);
  const text = (path: string) => errors[`content.${path}`];
  return (
    <>
      <Textarea
        label={t('communities:form.summary')}
        description={t('placeWord')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={800}
        value={content.summary}
        onChange={({ currentTarget }) => onChange({ summary: currentTarget.value })}
        error={text('summary')}
      />
      <div className="twofields">
        <Select
          label={t('communities:filter.kind')}
          data={startable.map((value) => ({ value, label: t(`communities:kind.${value}`) }))}
          value={content.kind}
          onChange={(kind) => kind && onChange({ kind: kind as CommunityKind })}
          allowDeselect={false}
          error={text('kind')}
        />
        <Select
          label={t('communities:filter.level')}
          data={levels.map((value) => ({ value, label: t(`communities:level.${value}`) }))}
          value={content.level}
          onChange={(level) => level && onChange({ level: level as Level })}
          allowDeselect={false}
        />
      </div>
      <fieldset className="stack g4">
        <legend className="formlegend">{t('communities:charter.title')}</legend>
        {(['domain', 'community', 'practice'] as const).map((part) => (
          <Textarea
            key={part}
            label={t(`communities:charter.${part}`)}
            dir="auto"
            autosize
            minRows={2}
            maxLength={4000}
            value={content.charter[part]}
            onChange={({ currentTarget }) => onChange({ charter: { ...content.charter, [part]: currentTarget.value } })}
            error={text(`charter.${part}`)}
          />
        ))}
      </fieldset>
      <Radio.Group
        label={t('communities:form.joinPolicy')}
        value={content.joinPolicy}
        onChange={(joinPolicy) => onChange({ joinPolicy: joinPolicy as JoinPolicy })}
      >
        <div className="flex wrap g3">
          {joinPolicies.map((value) => (
            <Radio key={value} value={value} label={t(`communities:joinPolicy.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('communities:form.visibility')}
        value={content.visibility}
        onChange={(visibility) => onChange({ visibility: visibility as Visibility })}
      >
        <div className="flex wrap g3">
          {visibilities.map((value) => (
            <Radio key={value} value={value} label={t(`communities:visibility.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      <Several
        title={t('checklist')}
        why={t('checklistWhy')}
        add={t('addStep')}
        items={content.checklist}
        fresh=""
        onChange={(checklist) => onChange({ checklist })}
        error={Object.entries(errors).find(([path]) => path.startsWith('content.checklist'))?.[1]}
      >
        {(step, change, label) => (
          <TextInput
            aria-label={label}
            dir="auto"
            maxLength={300}
            className="grow"
            value={step}
            onChange={({ currentTarget }) => change(currentTarget.value)}
          />
        )}
      </Several>
      <Several
        title={t('wanted')}
        why={t('wantedWhy')}
        add={t('addWanted')}
        items={content.wanted}
        fresh={{ part: 'ROLE', title: '' } as Part<'wanted'>}
        onChange={(wanted) => onChange({ wanted })}
        error={Object.entries(errors).find(([path]) => path.startsWith('content.wanted'))?.[1]}
      >
        {(one, change, label) => (
          <>
            <Select
              aria-label={t('part')}
              w="8rem"
              allowDeselect={false}
              data={(['ROLE', 'SEAT'] as const).map((value) => ({ value, label: t(`parts.${value}`) }))}
              value={one.part}
              onChange={(part) => part && change({ ...one, part: part as typeof one.part })}
            />
            <TextInput
              aria-label={label}
              dir="auto"
              maxLength={120}
              className="grow"
              value={one.title}
              onChange={({ currentTarget }) => change({ ...one, title: currentTarget.value })}
            />
          </>
        )}
      </Several>
      <Several
        title={t('rooms')}
        why={t('roomsWhy')}
        add={t('addRoom')}
        items={content.rooms}
        fresh={{ name: '', purpose: '' } as Part<'rooms'>}
        onChange={(rooms) => onChange({ rooms })}
        error={Object.entries(errors).find(([path]) => path.startsWith('content.rooms'))?.[1]}
      >
        {(room, change, label) => (
          <>
            <TextInput
              aria-label={label}
              placeholder={t('roomName')}
              dir="auto"
              maxLength={100}
              value={room.name}
              onChange={({ currentTarget }) => change({ ...room, name: currentTarget.value })}
            />
            <TextInput
              aria-label={t('roomPurpose')}
              placeholder={t('roomPurpose')}
              dir="auto"
              maxLength={1000}
              className="grow"
              value={room.purpose}
              onChange={({ currentTarget }) => change({ ...room, purpose: currentTarget.value })}
            />
          </>
        )}
      </Several>
      <Several
        title={t('series')}
        why={t('seriesWhy')}
        add={t('addSeries')}
        items={content.series}
        fresh={
          {
            title: '',
            need: '',
            firstAfterWeeks: 2,
            everyWeeks: 4,
            times: 6,
            weekday: 2,
            at: '15:00',
            minutes: 90,
            place: '',
            seats: 25,
          } as Part<'series'>
        }
        onChange={(series) => onChange({ series })}
        error={Object.entries(errors).find(([path]) => path.startsWith('content.series'))?.[1]}
      >
        {(one, change) => <SeriesFields one={one} onChange={change} />}
      </Several>
    </>
  );
}

function SeriesFields({ one, onChange }: { one: Part<'series'>; onChange: (changed: Part<'series'>) => void }) {
  const { t, i18n } = useTranslation('templates');
  const days = Array.from({ length: 7 }, (_, at) => ({
    value: String(at + 1),
    label: new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + at))),
  }));
  const number = (name: 'firstAfterWeeks' | 'everyWeeks' | 'times' | 'minutes' | 'seats', max: number) => (
    <NumberInput
      label={t(`field.${name}`)}
      min={1}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      value={one[name]}
      onChange={(value) => typeof value === 'number' && onChange({ ...one, [name]: value })}
    />
  );
  return (
    <div className="stack g3 grow">
      <TextInput
        label={t('field.title')}
        dir="auto"
        maxLength={160}
        value={one.title}
        onChange={({ currentTarget }) => onChange({ ...one, title: currentTarget.value })}
      />
      <Textarea
        label={t('field.need')}
        dir="auto"
        autosize
        maxLength={500}
        value={one.need}
        onChange={({ currentTarget }) => onChange({ ...one, need: currentTarget.value })}
      />
      <TextInput
        label={t('field.place')}
        dir="auto"
        maxLength={300}
        value={one.place}
        onChange={({ currentTarget }) => onChange({ ...one, place: currentTarget.value })}
      />
      <div className="seriesnumbers">
        {number('firstAfterWeeks', 26)}
        {number('everyWeeks', 26)}
        {number('times', 12)}
        <Select
          label={t('field.weekday')}
          allowDeselect={false}
          data={days}
          value={String(one.weekday)}
          onChange={(day) => day && onChange({ ...one, weekday: Number(day) })}
        />
        <TextInput
          type="time"
          label={t('field.at')}
          value={one.at}
          onChange={({ currentTarget }) => onChange({ ...one, at: currentTarget.value })}
        />
        {number('minutes', 720)}
        {number('seats', 1000)}
      </div>
    </div>
  );
}

function Several<T>({
  title,
  why,
  add,
  items,
  fresh,
  onChange,
  error,
  children,
}: {
  title: string;
  why: string;
  add: string;
  items: T[];
  fresh: T;
  onChange: (items: T[]) => void;
  error: string | undefined;
  children: (item: T, change: (item: T) => void, label: string) => ReactNode;
}) {
  const { t } = useTranslation('templates');
  return (
    <fieldset className="stack g3">
      <legend className="formlegend">{title}</legend>
      <p className="small ink2">{why}</p>
      {items.map((item, at) => (
        <div key={at} className="flex top wrap severalrow">
          {children(item, (changed) => onChange(items.with(at, changed)), `${title} ${at + 1}`)}
          <ActionIcon
            variant="subtle"
            size={44}
            color="gray"
            aria-label={`${t('takeOut')} ${at + 1}`}
            onClick={() => onChange(items.toSpliced(at, 1))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p className="small" role="alert">
          {error}
        </p>
      )}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onChange([...items, fresh])}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
