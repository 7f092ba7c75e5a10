import { IconArchive, IconEyeOff, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GroupLineFragment } from '../../gql/communities/graphql.js';
import { listText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import type { GroupWay } from './group-fields.js';
import { GroupDoor } from './group-door.js';

/** How many people, whom to ask, and how one stands to it. */
export function GroupFacts({ group }: { group: GroupLineFragment }) {
  const { t } = useTranslation('groups');
  const { locale } = useLanguage();
  const keepers = listText(
    group.keepers.map(({ name }) => name),
    locale,
  );
  return (
    <p className="small ink2 flex wrap groupfacts">
      <span>{t('people', { count: group.memberCount })}</span>
      {group.keepers.length > 0 && <span>{t('keptBy', { names: keepers, count: group.keepers.length })}</span>}
      {group.isHidden ? (
        <span className="flex g1">
          <IconEyeOff size={15} aria-hidden />
          {t('hidden')}
        </span>
      ) : (
        <span>{t(`way.${group.joinPolicy as GroupWay}`)}</span>
      )}
      {group.archivedAt && (
        <span className="flex g1">
          <IconArchive size={15} aria-hidden />
          {t('archived')}
        </span>
      )}
    </p>
  );
}

/** A group as a line: what it is for, and the way in. */
export function GroupRow({ group, slug }: { group: GroupLineFragment; slug: string }) {
  const { t } = useTranslation('groups');
  return (
    <li className="rowline grouprow" data-row>
      <IconLock size={20} aria-hidden className="ink2" />
      <div className="grow stack g1">
        <h3>
          <Link className="quiet" to="/c/$slug/groups/$groupId" params={{ slug, groupId: group.id }}>
            <bdi>{group.name}</bdi>
          </Link>
        </h3>
        <p className="ink2 measure" dir="auto">
          {group.purpose}
        </p>
        <GroupFacts group={group} />
      </div>
      {group.viewerRole ? <span className="small nowrap">{t(`role.${group.viewerRole}`)}</span> : <GroupDoor group={group} />}
    </li>
  );
}
