import { ActionIcon, Menu, useDirection, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client } from '../data/client.js';
import { UpdateSettingsDocument, type ColorScheme } from '../gql/shell/graphql.js';
import { speak } from '../i18n/i18n.js';
import { languageTags, languages, type Language } from '../i18n/languages.js';
import { useLanguage } from '../i18n/use-language.js';
import { useViewer } from './viewer.js';

const schemes = [
  ['auto', IconDeviceDesktop],
  ['light', IconSun],
  ['dark', IconMoon],
] as const;

/** Changes language or scheme at once, and for a signed-in account on every device. */
export function useWishes() {
  const viewer = useViewer();
  const { setDirection } = useDirection();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The page has changed already; an account that could not be told keeps its old wish for other devices.
  const tell = (input: { language?: Language; colorScheme?: ColorScheme }) => {
    if (viewer) void client.mutate({ mutation: UpdateSettingsDocument, variables: { input } }).catch(() => undefined);
  };
  return {
    colorScheme,
    setLanguage: async (language: Language) => {
      await speak(language);
      setDirection(languages[language].dir);
      tell({ language });
    },
    setScheme: (scheme: MantineColorScheme) => {
      setColorScheme(scheme);
      tell({ colorScheme: scheme.toUpperCase() as ColorScheme });
    },
  };
}

/** The languages by their own names; a flag is not a language. */
export function LanguageMenu() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { setLanguage } = useWishes();
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('wishes.language')} size={40}>
          <IconLanguage size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languageTags.map((tag) => (
          <Menu.Item
            key={tag}
            lang={tag}
            role="menuitemradio"
            aria-checked={tag === language}
            rightSection={tag === language && <IconCheck size={16} aria-hidden />}
            onClick={() => void setLanguage(tag)}
          >
            {languages[tag].name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** As the device, light, or dark. */
export function SchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setScheme } = useWishes();
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('wishes.scheme')} size={40}>
          {colorScheme === 'light' ? <IconSun size={19} /> : <IconMoon size={19} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={scheme === colorScheme && <IconCheck size={16} aria-hidden />}
            onClick={() => setScheme(scheme)}
          >
            {t(`wishes.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
