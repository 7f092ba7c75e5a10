import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { forget } from '../../data/connections.js';
import { useWrite } from '../../data/use-write.js';
import { FormActions } from '../../design/form-actions.js';
import { WriteTrouble } from '../../design/states.js';
import { showUndo } from '../../design/undo.js';
import {
  ArchiveGroupDocument,
  EditGroupDocument,
  LeaveGroupDocument,
  ReopenGroupDocument,
  type GroupPageFragment,
} from '../../gql/communities/graphql.js';
import { GroupFields, groupFields, type GroupText } from './group-fields.js';

/** What one may do to the group itself: change what is written about it, archive it, leave it. */
export function KeepGroup({ group }: { group: GroupPageFragment }) {
  const { t } = useTranslation(['groups', 'shell']);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'leave' | null>(null);
  const archive = useWrite(ArchiveGroupDocument);
  const reopen = useWrite(ReopenGroupDocument);
  const leave = useWrite(LeaveGroupDocument);
  const input = { groupId: group.id };
  const close = async () => {
    if (!(await archive.write(input))) return;
    showUndo({ message: t('keep.archived'), undo: t('keep.reopen'), onUndo: () => void reopen.write(input) });
  };
  const go = async () => {
    const left = await leave.write(input, {
      // Nothing of the room stays behind in this browser.
      update: (cache) => {
        for (const fieldName of ['threads', 'sessions', 'positions', 'needs']) cache.evict({ id: 'ROOT_QUERY', fieldName });
        forget(cache, 'Group', group.id);
      },
    });
    if (left) await navigate({ to: '/c/$slug/groups', params: { slug: group.community.slug } });
  };
  return (
    <section className="stack g3 keepgroup" aria-labelledby="keep-group">
      <h2 className="label" id="keep-group">
        {t('keep.title')}
      </h2>
      <div className="flex wrap">
        {group.viewerCan.includes('EDIT') && (
          <Button variant="default" onClick={() => setOpen(open === 'edit' ? null : 'edit')} aria-expanded={open === 'edit'}>
            {t('keep.edit')}
          </Button>
        )}
        {group.viewerCan.includes('ARCHIVE') && (
          <Button variant="default" loading={archive.isWriting} onClick={() => void close()}>
            {t('keep.archive')}
          </Button>
        )}
        {group.viewerCan.includes('REOPEN') && (
          <Button variant="default" loading={reopen.isWriting} onClick={() => void reopen.write(input)}>
            {t('keep.reopen')}
          </Button>
        )}
        {group.viewerCan.includes('LEAVE') && (
          <Button variant="default" onClick={() => setOpen(open === 'leave' ? null : 'leave')} aria-expanded={open === 'leave'}>
            {t('keep.leave')}
          </Button>
        )}
      </div>
      {open === 'edit' && <EditForm group={group} onDone={() => setOpen(null)} />}
      {open === 'leave' && (
        <div className="notice notice-mind" role="group" aria-label={t('keep.leave')}>
          <div className="stack g2 grow">
            <span className="small">{t(group.memberCount === 1 ? 'keep.leaveLast' : 'keep.leaveWhat')}</span>
            <div className="flex wrap">
              <button type="button" className="textbutton" onClick={() => void go()}>
                {t('keep.leaveNow')}
              </button>
              <button type="button" className="textbutton" onClick={() => setOpen(null)}>
                {t('shell:cancel')}
              </button>
            </div>
          </div>
        </div>
      )}
      <WriteTrouble failure={archive.failure ?? reopen.failure ?? leave.failure} />
    </section>
  );
}

function EditForm({ group, onDone }: { group: GroupPageFragment; onDone: () => void }) {
  const { t } = useTranslation(['groups', 'shell']);
  const { name, purpose, isHidden, joinPolicy } = group;
  const [text, setText] = useState<GroupText>({ name, purpose, isHidden, joinPolicy });
  const { write, isWriting, failure } = useWrite(EditGroupDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ groupId: group.id, ...text, name: text.name.trim(), purpose: text.purpose.trim() })) onDone();
  };
  return (
    <form className="stack g4 groupform" noValidate onSubmit={(event) => void save(event)}>
      <GroupFields text={text} onChange={(changed) => setText((before) => ({ ...before, ...changed }))} errors={failure?.fields ?? {}} />
      <WriteTrouble failure={failure} shownFields={groupFields} />
      <FormActions go={t('keep.save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}
