import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@apollo/client/react';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { PersonLink } from '../../design/person-link.js';
import { WriteTrouble } from '../../design/states.js';
import { showUndo } from '../../design/undo.js';
import { PersonFace } from '../../design/who.js';
import {
  AddToGroupDocument,
  AnswerGroupRequestDocument,
  ChangeGroupRoleDocument,
  MembersByNameDocument,
  RemoveFromGroupDocument,
  type GroupPageFragment,
} from '../../gql/communities/graphql.js';

type Member = GroupPageFragment['members']['nodes'][number];

/** Who is in a group; keepers answer those who ask, bring people in and take them out. */
export function GroupMembers({ group, onChanged }: { group: GroupPageFragment; onChanged: () => void }) {
  const { t } = useTranslation('groups');
  return (
    <>
      {group.requests.length > 0 && <GroupRequests group={group} />}
      <section className="stack g3">
        <h2 className="label">{t('members.title')}</h2>
        <ul className="plain stack g3">
          {group.members.nodes.map((member) => (
            <GroupMemberRow key={member.id} member={member} group={group} onChanged={onChanged} />
          ))}
        </ul>
        {group.viewerCan.includes('ADD_MEMBER') && <AddMember group={group} />}
      </section>
    </>
  );
}

function GroupMemberRow({ member, group, onChanged }: { member: Member; group: GroupPageFragment; onChanged: () => void }) {
  const { t } = useTranslation('groups');
  const change = useWrite(ChangeGroupRoleDocument);
  const remove = useWrite(RemoveFromGroupDocument);
  const add = useWrite(AddToGroupDocument);
  const { person } = member;
  const other = member.role === 'KEEPER' ? 'MEMBER' : 'KEEPER';
  const takeOut = async () => {
    if (!(await remove.write({ groupMembershipId: member.id }))) return;
    const undo = () => void add.write({ groupId: group.id, personId: person.id });
    showUndo({ message: t('members.removed', { name: person.name }), undo: t('members.undo'), onUndo: undo });
  };
  return (
    <li className="stack g1">
      <div className="flex">
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
        <div className="grow small">
          <PersonLink person={person} />
          {member.role === 'KEEPER' && <div className="ink2">{t('role.KEEPER')}</div>}
        </div>
        {group.viewerCan.includes('CHANGE_ROLE') && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <button type="button" className="rowmore" aria-label={t('members.change', { name: person.name })}>
                <IconDots size={18} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() => void change.write({ groupMembershipId: member.id, role: other }).then((data) => data && onChanged())}
              >
                {t(`members.make.${other}`)}
              </Menu.Item>
              <Menu.Item onClick={() => void takeOut()}>{t('members.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <WriteTrouble failure={change.failure ?? remove.failure ?? add.failure} />
    </li>
  );
}

function AddMember({ group }: { group: GroupPageFragment }) {
  const { t } = useTranslation('groups');
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 250);
  const { write, isWriting, failure } = useWrite(AddToGroupDocument);
  const found = useQuery(MembersByNameDocument, { variables: { communityId: group.community.id, text: typed }, skip: typed.length < 1 });
  const inside = new Set(group.members.nodes.map(({ person }) => person.id));
  const people = typed ? (found.data?.mentionable ?? []).filter(({ id }) => !inside.has(id)) : [];
  return (
    <div className="stack g2">
      <TextInput
        label={t('members.add')}
        description={t('members.addWhy')}
        dir="auto"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={failure?.fields['personId']}
      />
      <ul className="plain stack g2" aria-live="polite">
        {people.map((person) => (
          <li key={person.id} className="flex between">
            <span className="small grow">
              <bdi>{person.name}</bdi>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              loading={isWriting}
              aria-label={t('members.addName', { name: person.name })}
              onClick={() => void write({ groupId: group.id, personId: person.id }).then((data) => data && setText(''))}
            >
              {t('members.addNow')}
            </Button>
          </li>
        ))}
        {typed && found.data && people.length === 0 && <li className="small ink2">{t('members.nobody')}</li>}
      </ul>
      <WriteTrouble failure={failure} shownFields={['personId']} />
    </div>
  );
}

function GroupRequests({ group }: { group: GroupPageFragment }) {
  const { t } = useTranslation('groups');
  const { write, isWriting, failure } = useWrite(AnswerGroupRequestDocument);
  return (
    <section className="stack g3">
      <h2 className="label">{t('requests.title', { count: group.requests.length })}</h2>
      <ul className="plain stack g4">
        {group.requests.map(({ id, person, message }) => (
          <li key={id} className="stack g2">
            <div className="flex">
              <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
              <PersonLink person={person} className="small" />
            </div>
            {message && (
              <p className="small quote" dir="auto">
                {message}
              </p>
            )}
            <div className="flex wrap">
              <Button
                size="compact-sm"
                loading={isWriting}
                aria-label={t('requests.acceptName', { name: person.name })}
                onClick={() => void write({ groupRequestId: id, accept: true })}
              >
                {t('requests.accept')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('requests.declineName', { name: person.name })}
                onClick={() => void write({ groupRequestId: id, accept: false })}
              >
                {t('requests.decline')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <WriteTrouble failure={failure} />
    </section>
  );
}
