import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConfidentialityLevel } from '../gql/discussions/graphql.js';
import { levelName } from './level-name.js';

/** How far words shall go, from the most closed that is possible here to the most open. The sentence beside it says what each means. */
export function ChooseLevel({
  levels,
  level,
  onChange,
}: {
  levels: ConfidentialityLevel[];
  level: ConfidentialityLevel;
  onChange: (level: ConfidentialityLevel) => void;
}) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      style={{ alignSelf: 'flex-start' }}
      className="chooselevel"
      aria-label={t('whoWillSee.title')}
      value={level}
      onChange={(chosen) => onChange(chosen as ConfidentialityLevel)}
      data={levels.map((value) => ({ value, label: t(`level.${levelName(value)}.name`) }))}
    />
  );
}
