import { Popover } from '@mantine/core';
import { IconLock, IconMicrophoneOff, IconUserQuestion, IconUsers, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** How far words go: the more closed, the heavier the frame, so that it survives greyscale and print. */
export type LevelName = 'public' | 'community' | 'group' | 'unattributed' | 'off';

const icons = { public: IconWorld, community: IconUsers, group: IconLock, unattributed: IconUserQuestion, off: IconMicrophoneOff };

/** The frame alone, where the sentence stands beside it. */
export function LevelBadge({ level, room }: { level: LevelName; room?: string }) {
  const { t } = useTranslation();
  const Icon = icons[level];
  return (
    <span className={`lvl lvl-${level}`}>
      <Icon size={14} stroke={2} aria-hidden />
      {room ? t('level.named', { level: t(`level.${level}.name`), room }) : t(`level.${level}.name`)}
    </span>
  );
}

/** The frame on page headers and posts: opens "who can see this" in one sentence. */
export function Level({ level, room, community }: { level: LevelName; room?: string; community?: string }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" shadow="md" width={300} withRoles trapFocus={false}>
      <Popover.Target>
        <button type="button" className="levelbutton">
          <LevelBadge level={level} room={room} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="label">{t('level.question')}</p>
        <p className="small">{community ? t(`level.${level}.whoIn`, { community, room }) : t(`level.${level}.who`, { room })}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
