import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The end of a form: what it does, and the way out of it. Where no form is sent, `onGo` does it. */
export function FormActions({
  go,
  onGo,
  isWriting,
  disabled,
  cancel,
  onCancel,
  size,
}: {
  go: string;
  onGo?: () => void;
  isWriting: boolean;
  disabled?: boolean;
  cancel?: string;
  onCancel: () => void;
  size?: 'xs';
}) {
  const { t } = useTranslation();
  return (
    <div className="flex wrap">
      <Button type={onGo ? 'button' : 'submit'} size={size} onClick={onGo} loading={isWriting} disabled={disabled}>
        {go}
      </Button>
      <Button variant="subtle" size={size} onClick={onCancel}>
        {cancel ?? t('cancel')}
      </Button>
    </div>
  );
}
