import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ThreadKind } from '../../gql/discussions/graphql.js';
import { threadKinds } from './kind-badge.js';

/** Which conversations the list shows; the address keeps it. */
export function KindFilter({ slug, kind }: { slug: string; kind: ThreadKind | null }) {
  const { t } = useTranslation('kinds');
  const navigate = useNavigate();
  return (
    <NativeSelect
      aria-label={t('filter.label')}
      value={kind ?? ''}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: '/c/$slug/discussions', params: { slug }, search: value ? { kind: value } : {}, replace: true })
      }
      data={[{ value: '', label: t('filter.all') }, ...threadKinds.map((value) => ({ value, label: t(`name.${value}`) }))]}
    />
  );
}
