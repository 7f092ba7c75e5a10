import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JoinPolicy } from '../../gql/communities/graphql.js';

/** What one says of a group. */
export interface GroupText {
  name: string;
  purpose: string;
  isHidden: boolean;
  joinPolicy: JoinPolicy;
}

/** The fields whose trouble stands at them. */
export const groupFields = ['name', 'purpose', 'isHidden', 'joinPolicy'];
/** The ways into a group: not all that lead into a community. */
export type GroupWay = Exclude<JoinPolicy, 'BY_ORGANISATION' | 'NO_LIST'>;
const ways: GroupWay[] = ['BY_INVITATION', 'ON_REQUEST', 'OPEN'];

/** Name, purpose, whether others know of it, and the way in. */
export function GroupFields({
  text,
  onChange,
  errors,
}: {
  text: GroupText;
  onChange: (changed: Partial<GroupText>) => void;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation('groups');
  return (
    <>
      <TextInput
        label={t('form.name')}
        dir="auto"
        maxLength={100}
        value={text.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        error={errors['name']}
      />
      <Textarea
        label={t('form.purpose')}
        description={t('form.purposeWhy')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1000}
        value={text.purpose}
        onChange={({ currentTarget }) => onChange({ purpose: currentTarget.value })}
        error={errors['purpose']}
      />
      <Checkbox
        label={t('form.hidden')}
        description={t('form.hiddenWhy')}
        checked={text.isHidden}
        onChange={({ currentTarget }) =>
          onChange({ isHidden: currentTarget.checked, ...(currentTarget.checked && { joinPolicy: 'BY_INVITATION' }) })
        }
        error={errors['isHidden']}
      />
      {!text.isHidden && (
        <Radio.Group
          label={t('form.way')}
          value={text.joinPolicy}
          onChange={(joinPolicy) => onChange({ joinPolicy: joinPolicy as JoinPolicy })}
          error={errors['joinPolicy']}
        >
          <div className="stack g3" style={{ marginBlockStart: '.5rem' }}>
            {ways.map((value) => (
              <Radio key={value} value={value} label={t(`way.${value}`)} description={t(`form.ways.${value}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
    </>
  );
}
