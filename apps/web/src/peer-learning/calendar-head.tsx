import { ActionIcon, Button, Menu, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconRss } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WhereIMeetQuery } from '../gql/peer-learning/graphql.js';
import { zoneCity } from './session-words.js';

type Memberships = NonNullable<WhereIMeetQuery['viewer']>['memberships'];

type HeadProps = {
  title: string;
  zone: string;
  view: 'month' | 'list';
  memberships: Memberships;
  chosen: string | undefined;
  isSubscribing: boolean;
  onSubscribe: () => void;
  onView: (view: string) => void;
  onCommunity: (slug: string) => void;
  onEarlier: () => void;
  onToday: () => void;
  onLater: () => void;
};

/** The month, whose sessions and in which zone, and the ways to look at them. */
export function CalendarHead({ title, zone, view, memberships, chosen, isSubscribing, ...does }: HeadProps) {
  const { t } = useTranslation('peer-learning');
  return (
    <header className="calendarhead">
      <div className="grow">
        <h1 aria-live="polite">{title}</h1>
        <p className="small ink2">
          {t('calendar.zone', { city: zoneCity(zone) })} {t('calendar.communities', { count: memberships.length })}
        </p>
      </div>
      <div className="flex monthsteps">
        <ActionIcon variant="subtle" aria-label={t('calendar.earlier')} onClick={does.onEarlier} size={44}>
          <IconChevronLeft size={20} className="flip" aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={does.onToday}>
          {t('calendar.today')}
        </Button>
        <ActionIcon variant="subtle" aria-label={t('calendar.later')} onClick={does.onLater} size={44}>
          <IconChevronRight size={20} className="flip" aria-hidden />
        </ActionIcon>
      </div>
      <SegmentedControl
        aria-label={t('calendar.view')}
        value={view}
        onChange={does.onView}
        data={[
          { value: 'month', label: t('calendar.month') },
          { value: 'list', label: t('calendar.list') },
        ]}
      />
      {memberships.length > 1 && (
        <NativeSelect
          aria-label={t('calendar.whose')}
          value={chosen ?? ''}
          onChange={({ currentTarget }) => does.onCommunity(currentTarget.value)}
          data={[
            { value: '', label: t('calendar.allMine') },
            ...memberships.map(({ community: { slug, name } }) => ({ value: slug, label: name })),
          ]}
        />
      )}
      <Button
        variant="default"
        leftSection={<IconRss size={18} className="flip" aria-hidden />}
        aria-expanded={isSubscribing}
        onClick={does.onSubscribe}
      >
        {t('calendar.subscribe')}
      </Button>
      <Schedule memberships={memberships} />
    </header>
  );
}

/** Scheduling, where I may: at once, or after choosing for which community. */
function Schedule({ memberships }: { memberships: Memberships }) {
  const { t } = useTranslation('peer-learning');
  const places = memberships.map(({ community }) => community).filter(({ viewerCan }) => viewerCan.includes('SCHEDULE_SESSION'));
  const icon = <IconCalendarPlus size={18} aria-hidden />;
  const [only] = places;
  if (!only) return null;
  if (places.length === 1) {
    return (
      <Button component={Link} to={`/c/${only.slug}/sessions/new`} leftSection={icon}>
        {t('schedule.open')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button leftSection={icon}>{t('schedule.open')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('schedule.forWhom')}</Menu.Label>
        {places.map(({ id, slug, name }) => (
          <Menu.Item key={id} component={Link} to={`/c/${slug}/sessions/new`}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
