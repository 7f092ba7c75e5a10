import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** A secret that the server will never show again: to be copied now. */
export function ShownOnce({ label, secret, why }: { label: string; secret: string; why: string }) {
  const { t } = useTranslation('people');
  const { copy, copied } = useClipboard({ timeout: 4000 });
  return (
    <div className="band stack g2" role="status">
      <div className="flex top wrap" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          label={label}
          value={secret}
          readOnly
          dir="ltr"
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button onClick={() => copy(secret)}>{copied ? t('settings.copied') : t('settings.copy')}</Button>
      </div>
      <p className="small">{why}</p>
    </div>
  );
}
