import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../data/use-room.js';
import type { RoomMessage } from '../data/room-sequence.js';
import { client } from '../data/client.js';
import { AskCountDocument, ViewerDocument } from '../gql/shell/graphql.js';
import { KeyHelpContext, useKeys } from './keys.js';
import { LineBand } from './line-band.js';
import { BottomBar, Rail, TopBar } from './navigation.js';
import { OuterFrame } from './outer-frame.js';
import { ScreenWaiting } from './screen-waiting.js';
import { useViewer } from './viewer.js';

const QuickSwitcher = lazy(() => import('./quick-switcher.js').then((m) => ({ default: m.QuickSwitcher })));
const KeyHelp = lazy(() => import('./key-help.js').then((m) => ({ default: m.KeyHelp })));

const showCount = (unreadNotificationCount: number) =>
  client.cache.updateQuery(
    { query: ViewerDocument },
    (kept) => kept?.viewer && { ...kept, viewer: { ...kept.viewer, unreadNotificationCount } },
  );

/** The last number that came to the bell. */
let counted: { number: number } | null = null;

const refreshViewer = async () => {
  const before = counted;
  // An answer that is already on its way may be older than what we have just heard.
  await client.query({ query: ViewerDocument, fetchPolicy: 'network-only', context: { queryDeduplication: false } }).catch(() => undefined);
  if (counted && counted !== before) showCount(counted.number);
};

/** The number at the bell comes with the message; whatever else happened to the person is asked for. */
const hear = ({ kind, payload }: RoomMessage) => {
  if (kind === 'inbox-changed' || kind === 'seat-changed') void client.refetchQueries({ include: [AskCountDocument] });
  if (kind !== 'inbox-changed') return void refreshViewer();
  counted = { number: (payload as { unreadNotificationCount: number }).unreadNotificationCount };
  showCount(counted.number);
};

/** Everything around a screen: rail or bars, search, keys, the state of the line. A stranger sees the outer frame instead. */
export function Frame() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const [isSearching, search] = useDialog();
  const [isHelping, showHelp] = useDialog();
  const toggleSearch = useRef<() => void>(() => undefined);
  useEffect(() => {
    toggleSearch.current = () => search(!isSearching);
  });
  useFocusOnArrival();
  useRoom(viewer && `person:${viewer.person.id}`, hear, () => undefined);
  useKeys({
    '/': () => search(true),
    '?': () => showHelp(true),
    'g h': () => void navigate({ to: '/' }),
    'g i': () => void navigate({ to: '/inbox' }),
    'g c': () => void navigate({ to: '/calendar' }),
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      toggleSearch.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const help = useMemo(() => ({ open: () => showHelp(true) }), [showHelp]);

  const main = (
    <main id="main" tabIndex={-1}>
      <Suspense fallback={<ScreenWaiting />}>
        <Outlet />
      </Suspense>
    </main>
  );

  return (
    <KeyHelpContext value={help}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {viewer ? (
        <div className="shell">
          <Rail viewer={viewer} onSearch={() => search(true)} />
          <div className="column">
            <TopBar viewer={viewer} onSearch={() => search(true)} />
            <LineBand />
            {main}
          </div>
          <BottomBar viewer={viewer} />
        </div>
      ) : (
        <OuterFrame>{main}</OuterFrame>
      )}
      <Suspense>
        {isSearching && <QuickSwitcher viewer={viewer} onClose={() => search(false)} />}
        {isHelping && <KeyHelp opened onClose={() => showHelp(false)} />}
      </Suspense>
    </KeyHelpContext>
  );
}

/** A dialog that gives the focus back to where it was opened from; it is fetched when it opens, too late to remember by itself. */
function useDialog(): [boolean, (open: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  const from = useRef<Element | null>(null);
  const show = useCallback((open: boolean) => {
    if (open) from.current = document.activeElement;
    setOpen(open);
    if (!open) setTimeout(() => document.activeElement === document.body && (from.current as HTMLElement | null)?.focus(), 50);
  }, []);
  return [isOpen, show];
}

/** After going somewhere, the keyboard and the reader start at the new page, not where the old link was. */
function useFocusOnArrival() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (path && before.current && before.current !== path) document.getElementById('main')?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
}
