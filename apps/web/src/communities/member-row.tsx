import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { PersonLink } from '../design/person-link.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { ChangeRoleDocument, RemoveMemberDocument, type MemberLineFragment, type MembershipRole } from '../gql/communities/graphql.js';
import { forget } from '../data/connections.js';
import { roles } from './choices.js';
import type { CommunityHead } from './community-frame.js';

/** A member as a line; those who may, change the role here or end the membership. */
export function MemberRow({ member, community }: { member: MemberLineFragment; community: CommunityHead }) {
  const { t } = useTranslation(['communities', 'shell', 'family']);
  const change = useWrite(ChangeRoleDocument);
  const remove = useWrite(RemoveMemberDocument);
  const [isLeaving, setLeaving] = useState(false);
  const mayChange = community.viewerCan.includes('CHANGE_ROLE');
  const mayRemove = community.viewerCan.includes('REMOVE_MEMBER') && community.viewerMembership?.id !== member.id && !member.isInherited;
  const { person, organisation } = member;
  return (
    <li className="rowline" data-row>
      <div className="memberrow">
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
        <div className="grow small">
          <PersonLink person={person} strong />
          {member.isInherited && <div className="ink2 tiny">{t('family:inherited')}</div>}
          <div className="ink2">{organisation ? <bdi>{organisation.name}</bdi> : <span dir="auto">{person.headline}</span>}</div>
        </div>
        <span className={`small nowrap ${member.role === 'MEMBER' ? 'ink2 usualrole' : ''}`}>{t(`role.${member.role}`)}</span>
        {(mayChange || mayRemove) && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <button type="button" className="rowmore" aria-label={t('members.change', { name: person.name })}>
                <IconDots size={18} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {mayChange && (
                <>
                  <Menu.Label>{t('members.role')}</Menu.Label>
                  <Menu.RadioGroup
                    value={member.role}
                    onChange={(role) => void change.write({ membershipId: member.id, role: role as MembershipRole })}
                  >
                    {roles.map((role) => (
                      <Menu.RadioItem key={role} value={role} closeMenuOnClick>
                        {t(`role.${role}`)}
                      </Menu.RadioItem>
                    ))}
                  </Menu.RadioGroup>
                </>
              )}
              {mayRemove && <Menu.Item onClick={() => setLeaving(true)}>{t('members.remove')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {isLeaving && (
        <div className="notice notice-mind" role="group" aria-label={t('members.remove')}>
          <div className="stack g2 grow">
            <span className="small">{t('members.removeWhat', { name: person.name })}</span>
            <div className="flex wrap">
              <button
                type="button"
                className="textbutton"
                onClick={() =>
                  void remove.write({ membershipId: member.id }, { update: (cache) => forget(cache, 'Membership', member.id) })
                }
              >
                {t('members.removeNow')}
              </button>
              <button type="button" className="textbutton" onClick={() => setLeaving(false)}>
                {t('shell:cancel')}
              </button>
            </div>
          </div>
        </div>
      )}
      <WriteTrouble failure={change.failure ?? remove.failure} />
    </li>
  );
}
