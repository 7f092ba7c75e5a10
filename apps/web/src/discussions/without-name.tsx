import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FloorRule } from '../design/who-will-see.js';

/** Whether to be shown as a voice without a name; where too few could have written it, it says so and cannot be chosen. */
export function WithoutName({ rule, isOn, onChange }: { rule: FloorRule; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation('confidences');
  const counts = { count: rule.possibleAuthors, floor: rule.floor };
  return (
    <Switch
      checked={isOn}
      disabled={!rule.isPossible && !isOn}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      label={t('choice.label')}
      description={rule.isPossible ? t('choice.why') : t('floor.tooFew', counts)}
    />
  );
}
