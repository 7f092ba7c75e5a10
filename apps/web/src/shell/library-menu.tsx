import { Menu } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inLibrary, libraryOf } from './library.js';
import type { Viewer } from './viewer.js';

/** The phone's way into the library: a sheet above the bar with all that stands in it. */
export function LibraryMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const isHere = useLocation({ select: ({ pathname }) => inLibrary(pathname) });
  return (
    <Menu position="top" offset={8} width="min(20rem, calc(100vw - 2rem))" shadow="md">
      <Menu.Target>
        <button type="button" className={isHere ? 'here' : undefined}>
          <IconBuildingBank size={21} aria-hidden />
          {t('nav.library')}
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('nav.library')}>
        {libraryOf(viewer).map(([to, name, Icon]) => (
          <Menu.Item key={to} component={Link} to={to} mih={44} leftSection={<Icon size={19} aria-hidden />}>
            {t(`nav.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
