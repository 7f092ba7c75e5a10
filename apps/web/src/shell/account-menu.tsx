import { Menu } from '@mantine/core';
import { IconKeyboard, IconLock, IconLogout, IconServerCog, IconSettings, IconUser, IconVocabulary } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { initialsOf } from '../design/initials.js';
import { PersonFace } from '../design/who.js';
import { useKeyHelp } from './keys.js';
import { signOut, type Viewer } from './viewer.js';

/** Oneself: profile, settings, keys, and the way out. */
export function AccountMenu({ viewer, small }: { viewer: Viewer; small?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { open } = useKeyHelp();
  const { person } = viewer;
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Menu position={small ? 'bottom-end' : 'top-start'} shadow="md" width={230}>
      <Menu.Target>
        <button
          type="button"
          className="accountbutton"
          aria-label={small ? t('account.menuOf', { initials: initialsOf(person.name), name: person.name }) : undefined}
        >
          <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
          {!small && (
            <span className="grow">
              <bdi>{person.name}</bdi>
              {person.organisation && (
                <span className="tiny ink3" style={{ display: 'block' }}>
                  <bdi>{person.organisation.name}</bdi>
                </span>
              )}
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={17} aria-hidden />}>
          {t('account.profile')}
        </Menu.Item>
        <Menu.Item component={Link} to="/privacy" leftSection={<IconLock size={17} aria-hidden />}>
          {t('account.privacy')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={17} aria-hidden />}>
          {t('account.settings')}
        </Menu.Item>
        {viewer.isAdministrator && (
          <Menu.Item component={Link} to="/admin" leftSection={<IconServerCog size={17} aria-hidden />}>
            {t('account.administration')}
          </Menu.Item>
        )}
        {viewer.isAdministrator && (
          <Menu.Item component={Link} to="/vocabulary" leftSection={<IconVocabulary size={17} aria-hidden />}>
            {t('account.vocabulary')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={17} aria-hidden />} onClick={open}>
          {t('account.keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} className="flip" aria-hidden />} onClick={() => void leave()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
