import { VisuallyHidden } from '@mantine/core';
import { IconCalendarEvent, IconHome, IconInbox, IconSearch, IconUsersGroup, IconWorldSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../design/mark.js';
import { usePageTitle } from '../design/page.js';
import { useLanguage } from '../i18n/use-language.js';
import { AccountMenu } from './account-menu.js';
import { useAskCount } from './ask-count.js';
import { inLibrary, type LibraryPath, libraryOf } from './library.js';
import { LibraryMenu } from './library-menu.js';
import type { Viewer } from './viewer.js';
import { LanguageMenu, SchemeMenu } from './wishes.js';

const here = { 'aria-current': 'page' } as const;

/** How many asks wait, said in full for those who hear the page. */
function AskCount({ className }: { className: string }) {
  const { t } = useTranslation();
  const { locale } = useLanguage();
  const count = useAskCount();
  if (!count) return null;
  return (
    <span className={className}>
      <span aria-hidden>{new Intl.NumberFormat(locale).format(count)}</span>
      <VisuallyHidden>{t('nav.asks', { count })}</VisuallyHidden>
    </span>
  );
}

function NewCount({ count }: { count: number | null | undefined }) {
  const { t } = useTranslation();
  const { locale } = useLanguage();
  if (!count) return null;
  return (
    <span className="n">
      <span aria-hidden>{new Intl.NumberFormat(locale).format(count)}</span>
      <VisuallyHidden>{t('nav.new', { count })}</VisuallyHidden>
    </span>
  );
}

/** The rail of wide screens: what needs me, my communities, the library, oneself. */
export function Rail({ viewer, onSearch }: { viewer: Viewer; onSearch: () => void }) {
  const { t } = useTranslation();
  return (
    <nav className="rail" aria-label={t('nav.main')}>
      <Link className="brand" to="/">
        <Mark /> Throughline
      </Link>
      <button className="searchbtn" type="button" onClick={onSearch}>
        <IconSearch size={17} aria-hidden />
        {t('goTo.open')}
        <span className="kbd" aria-hidden>
          <bdi>Ctrl K</bdi>
        </span>
      </button>
      <Place to="/" icon={<IconHome size={19} aria-hidden />} label={t('nav.home')} extra={<AskCount className="n" />} />
      <Place to="/inbox" icon={<IconInbox size={19} aria-hidden />} label={t('nav.inbox')} count={viewer.unreadNotificationCount} />
      <Place to="/calendar" icon={<IconCalendarEvent size={19} aria-hidden />} label={t('nav.calendar')} />
      {viewer.memberships.length > 0 && <div className="navhead">{t('nav.mine')}</div>}
      {viewer.memberships.map(({ id, community, unreadThreadCount }) => (
        <Link key={id} className="nav" to="/c/$slug" params={{ slug: community.slug }} activeProps={here}>
          <IconUsersGroup size={19} aria-hidden />
          <span>
            <bdi>{community.name}</bdi>
          </span>
          <NewCount count={unreadThreadCount} />
        </Link>
      ))}
      <div className="navhead">{t('nav.library')}</div>
      <Place to="/communities" icon={<IconWorldSearch size={19} aria-hidden />} label={t('nav.communities')} />
      {libraryOf(viewer).map(([to, name, Icon]) => (
        <Place key={to} to={to} icon={<Icon size={19} aria-hidden />} label={t(`nav.${name}`)} />
      ))}
      <div style={{ marginBlockStart: 'auto' }} />
      {viewer.person.isDemo && (
        <p className="demo" style={{ padding: '1rem .75rem .75rem' }}>
          {t('demo')}
        </p>
      )}
      <div className="railfoot">
        <AccountMenu viewer={viewer} />
        <LanguageMenu />
        <SchemeMenu />
      </div>
    </nav>
  );
}

function Place({
  to,
  icon,
  label,
  count,
  extra,
}: {
  to: '/' | '/inbox' | '/calendar' | '/communities' | LibraryPath;
  icon: ReactNode;
  label: string;
  count?: number;
  extra?: ReactNode;
}) {
  return (
    <Link className="nav" to={to} activeOptions={{ exact: !inLibrary(to), includeSearch: false }} activeProps={here}>
      {icon}
      <span>{label}</span>
      <NewCount count={count} />
      {extra}
    </Link>
  );
}

/** The phone's top bar: the place, search, oneself. */
export function TopBar({ viewer, onSearch }: { viewer: Viewer; onSearch: () => void }) {
  const { t } = useTranslation();
  const title = usePageTitle();
  return (
    <header className="topbar">
      <Link className="brand" to="/">
        <Mark size={22} />
        <span dir="auto">{title || 'Throughline'}</span>
        <VisuallyHidden>{t('nav.toHome')}</VisuallyHidden>
      </Link>
      <div className="flex" style={{ gap: 0 }}>
        <button type="button" className="accountbutton" aria-label={t('goTo.open')} onClick={onSearch}>
          <IconSearch size={20} aria-hidden />
        </button>
        <AccountMenu viewer={viewer} small />
      </div>
    </header>
  );
}

/** The phone's bottom bar: five places, each with its word; the library opens what stands in it. */
export function BottomBar({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const unread = viewer.memberships.reduce((sum, { unreadThreadCount }) => sum + (unreadThreadCount ?? 0), 0);
  return (
    <nav className="bottombar" aria-label={t('nav.sections')}>
      <BottomPlace to="/" label={t('nav.homeShort')} icon={<IconHome size={21} aria-hidden />} />
      <BottomPlace to="/communities" label={t('nav.communities')} icon={<IconUsersGroup size={21} aria-hidden />} count={unread} />
      <BottomPlace to="/calendar" label={t('nav.calendar')} icon={<IconCalendarEvent size={21} aria-hidden />} />
      <LibraryMenu viewer={viewer} />
      <BottomPlace to="/inbox" label={t('nav.inbox')} icon={<IconInbox size={21} aria-hidden />} count={viewer.unreadNotificationCount} />
    </nav>
  );
}

function BottomPlace({
  to,
  label,
  icon,
  count = 0,
}: {
  to: '/' | '/communities' | '/calendar' | '/inbox';
  label: string;
  icon: ReactNode;
  count?: number;
}) {
  const { t } = useTranslation();
  return (
    <Link to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={here}>
      {icon}
      {label}
      {to === '/' && <AskCount className="howmany num" />}
      {count > 0 && (
        <span className="pip">
          <VisuallyHidden>{t('nav.new', { count })}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
}
