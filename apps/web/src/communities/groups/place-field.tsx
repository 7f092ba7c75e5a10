import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A group as one chooses it. */
export interface Room {
  id: string;
  name: string;
  memberCount: number;
}

/** Where something is to belong: the whole community or one of its groups. It stays there, so it is asked before anything is sent. */
export function PlaceField({
  community,
  mayInCommunity,
  rooms,
  chosen,
  onChange,
}: {
  community: string;
  mayInCommunity: boolean;
  rooms: Room[];
  chosen: Room | null;
  onChange: (groupId: string | null) => void;
}) {
  const { t } = useTranslation('groups');
  if (rooms.length === 0) return null;
  return (
    <NativeSelect
      label={t('place.label')}
      description={t('place.why')}
      value={chosen?.id ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      data={[
        ...(mayInCommunity ? [{ value: '', label: t('place.community', { community }) }] : []),
        ...rooms.map(({ id, name, memberCount }) => ({ value: id, label: t('place.group', { name, count: memberCount }) })),
      ]}
    />
  );
}

/** The group of the address, or the only place left where one may do it; null for the whole community. */
export const chosenRoom = (rooms: Room[], asked: string | undefined, mayInCommunity: boolean): Room | null =>
  rooms.find((room) => room.id === asked) ?? (mayInCommunity ? null : (rooms[0] ?? null));
