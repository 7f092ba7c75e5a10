import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MembershipRole } from '../../gql/communities/graphql.js';
import { roles } from '../choices.js';
import type { CommunityHead } from '../community-frame.js';

/** What those who come in will be: never more than the one who lets them in. */
export function RoleChoice({
  community,
  value,
  onChange,
  error,
}: {
  community: CommunityHead;
  value: MembershipRole;
  onChange: (role: MembershipRole) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation(['communities', 'doors']);
  return (
    <Select
      label={t('members.role')}
      renderOption={({ option }) => (
        <div>
          {option.label}
          <div className="tiny ink2">{t(`doors:role.${option.value as MembershipRole}`)}</div>
        </div>
      )}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      data={roles
        .filter((one) => one !== 'COORDINATOR' || community.viewerCan.includes('CHANGE_ROLE'))
        .map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen as MembershipRole)}
      allowDeselect={false}
      error={error}
    />
  );
}
