import { IconHourglassLow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText, relativeTime, type InstantStyle } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { useNow } from '../i18n/use-now.js';

/** How many minutes an ask takes: on every ask, rounded up, honest. */
export function Effort({ minutes }: { minutes: number }) {
  const { t } = useTranslation();
  return (
    <span className="effort">
      <IconHourglassLow size={14} aria-hidden />
      {t('effort', { count: Math.ceil(minutes) })}
    </span>
  );
}

/** "2 hours ago"; the exact instant is in the tooltip and in the markup. */
export function RelativeTime({ at }: { at: string }) {
  const { locale } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  return (
    <time dateTime={at} title={instantText(instant, 'dayAndTime', locale)}>
      {relativeTime(instant, now, locale)}
    </time>
  );
}

/** An instant in words, in the reader's zone unless another is given. */
export function InstantText({ at, style = 'dayAndTime', timeZone }: { at: string; style?: InstantStyle; timeZone?: string }) {
  const { locale } = useLanguage();
  return <time dateTime={at}>{instantText(new Date(at), style, locale, timeZone)}</time>;
}

/** Day and month as a leaf of a calendar. */
export function DateTile({ at, timeZone }: { at: string; timeZone?: string }) {
  const { locale } = useLanguage();
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(at));
  return (
    <time className="dateblock num" dateTime={at}>
      <b>{part({ day: 'numeric' })}</b>
      {part({ month: 'short' })}
    </time>
  );
}

/** 8 px that say "new"; the words stand beside it or are given here. */
export function UnreadDot({ label }: { label?: string }) {
  return label ? <span className="unread" role="img" aria-label={label} /> : <span className="unread" aria-hidden />;
}

/** Where the reader was last time: the page opens here. */
export function HereLine({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <div className="hereline" id={id} role="separator">
      <span>{children}</span>
    </div>
  );
}
