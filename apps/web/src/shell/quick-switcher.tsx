import { useLazyQuery } from '@apollo/client/react';
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../data/failures.js';
import { GoToDocument } from '../gql/shell/graphql.js';
import type { Viewer } from './viewer.js';

type Place = { path: string; title: string; detail?: string | null };

const searchPath = (text: string) => `/search?q=${encodeURIComponent(text)}`;

/** Go to anything by a few letters of its name: places of the shell, my communities, then whatever the server finds. */
export function QuickSwitcher({ viewer, onClose }: { viewer: Viewer | null; onClose: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const combobox = useCombobox({ opened: true });
  const [text, setText] = useState('');
  const [find, found] = useLazyQuery(GoToDocument, { fetchPolicy: 'network-only' });
  const search = useDebouncedCallback(
    (wanted: string) => void (wanted.trim().length > 1 && find({ variables: { text: wanted.trim() } })),
    150,
  );

  const places = useMemo((): Place[] => {
    const fixed: Place[] = viewer
      ? [
          { path: '/', title: t('nav.home') },
          { path: '/inbox', title: t('nav.inbox') },
          { path: '/calendar', title: t('nav.calendar') },
          { path: '/communities', title: t('nav.communities') },
          { path: '/positions', title: t('nav.positions') },
          { path: '/profile', title: t('account.profile') },
          { path: '/settings', title: t('account.settings') },
          ...viewer.memberships.map(({ community }) => ({
            path: `/c/${community.slug}`,
            title: community.name,
            detail: t('goTo.community'),
          })),
        ]
      : [
          { path: '/communities', title: t('nav.communities') },
          { path: '/positions', title: t('nav.positions') },
        ];
    const wanted = text.trim().toLocaleLowerCase();
    const near = fixed.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
    const far =
      wanted.length > 1
        ? (found.data?.goTo ?? []).map(({ path, title, detail, kind }) => ({ path, title, detail: detail ?? t(`goTo.kinds.${kind}`) }))
        : [];
    const everything =
      viewer && wanted.length > 1 ? [{ path: searchPath(text.trim()), title: t('goTo.everything', { text: text.trim() }) }] : [];
    return [...near, ...far.filter(({ path }) => !near.some((place) => place.path === path)), ...everything];
  }, [viewer, text, found.data, t]);

  const go = (path: string) => {
    onClose();
    void router.navigate({ href: path });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      yOffset="10dvh"
      centered={false}
      padding={0}
      aria-label={t('goTo.label')}
    >
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            variant="unstyled"
            size="md"
            px="md"
            py="xs"
            aria-label={t('goTo.label')}
            placeholder={t('goTo.placeholder')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            // The list keeps Escape to itself; here it closes the whole.
            onKeyDown={({ key }) => key === 'Escape' && onClose()}
            dir="auto"
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              search(currentTarget.value);
              combobox.selectFirstOption();
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className="gotolist">
          {places.map(({ path, title, detail }) => (
            <Combobox.Option key={path} value={path}>
              <span>
                <bdi>{title}</bdi>
              </span>
              {detail && (
                <span className="tiny ink2">
                  <bdi>{detail}</bdi>
                </span>
              )}
            </Combobox.Option>
          ))}
          {places.length === 0 && !found.loading && (
            <Combobox.Empty>{found.error ? failureOf(found.error).message : t('goTo.nothing', { text: text.trim() })}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox>
    </Modal>
  );
}
