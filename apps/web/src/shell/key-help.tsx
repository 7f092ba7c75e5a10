import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setSingleKeys, singleKeysAreOn } from './keys.js';

const keys = [
  ['Ctrl K', 'goTo'],
  ['/', 'search'],
  ['?', 'help'],
  ['g h', 'home'],
  ['g i', 'inbox'],
  ['g c', 'calendar'],
  ['j', 'next'],
  ['k', 'previous'],
  ['u', 'unread'],
  ['r', 'reply'],
  ['e', 'edit'],
  ['n', 'begin'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'back'],
] as const;

/** What the keys do, and the switch for those who do not want single letters to act. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(singleKeysAreOn);
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <dl className="keylist">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd className="ltr">{key}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="lg"
        label={t('keys.single')}
        description={t('keys.singleWhy')}
        checked={on}
        onChange={({ currentTarget }) => {
          setOn(currentTarget.checked);
          setSingleKeys(currentTarget.checked);
        }}
      />
    </Modal>
  );
}
