import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { PersonLink } from '../design/person-link.js';
import { InstantText, RelativeTime } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import {
  EndSessionsOfDocument,
  SetAdministratorDocument,
  SuspendPersonDocument,
  UnsuspendPersonDocument,
  type AccountLineFragment,
} from '../gql/oversight/graphql.js';

/** How an account stands, and what an administrator may do to it. */
export function AccountRow({ account }: { account: AccountLineFragment }) {
  const { t } = useTranslation('oversight');
  const { person } = account;
  return (
    <li className="rowline stack g2 accountrow">
      <div className="flex top accounthead">
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
        <div className="grow small">
          <PersonLink person={person} strong />
          <div className="ink2">
            <bdi>{account.maskedEmail}</bdi> · {t('people.communities', { count: account.communityCount })} ·{' '}
            {account.lastSeenAt ? (
              <>
                {t('people.lastSeen')} <RelativeTime at={account.lastSeenAt} />
              </>
            ) : (
              t('people.notSignedIn')
            )}
          </div>
          <Standing account={account} />
        </div>
        <Moves account={account} />
      </div>
    </li>
  );
}

function Standing({ account }: { account: AccountLineFragment }) {
  const { t } = useTranslation('oversight');
  return (
    <>
      {account.isAdministrator && <div>{t('people.states.ADMINISTRATOR')}</div>}
      {account.suspendedAt && (
        <div>
          <b>{t('people.suspendedSince')}</b> <InstantText at={account.suspendedAt} style="day" />:{' '}
          <span dir="auto">{account.suspendedReason}</span>
        </div>
      )}
      {account.leavingAt && (
        <div>
          <b>{t('people.leavesOn')}</b> <InstantText at={account.leavingAt} style="day" />
        </div>
      )}
    </>
  );
}

function Moves({ account }: { account: AccountLineFragment }) {
  const { t } = useTranslation('oversight');
  const { id, viewerCan, person } = account;
  const [isSuspending, setSuspending] = useState(false);
  const unsuspend = useWrite(UnsuspendPersonDocument);
  const end = useWrite(EndSessionsOfDocument);
  const set = useWrite(SetAdministratorDocument);
  const move = (label: string, onClick: () => void, isWriting = false) => (
    <Button size="xs" variant="default" loading={isWriting} onClick={onClick} aria-label={`${label}: ${person.name}`}>
      {label}
    </Button>
  );
  return (
    <div className="accountmoves">
      <div className="flex wrap">
        {viewerCan.includes('SUSPEND') && !isSuspending && move(t('people.suspend'), () => setSuspending(true))}
        {viewerCan.includes('UNSUSPEND') && move(t('people.unsuspend'), () => void unsuspend.write({ personId: id }), unsuspend.isWriting)}
        {viewerCan.includes('END_SESSIONS') &&
          account.sessionCount > 0 &&
          move(t('people.endSessions', { count: account.sessionCount }), () => void end.write({ personId: id }), end.isWriting)}
        {viewerCan.includes('MAKE_ADMINISTRATOR') &&
          move(t('people.makeAdministrator'), () => void set.write({ personId: id, isAdministrator: true }), set.isWriting)}
        {viewerCan.includes('UNMAKE_ADMINISTRATOR') &&
          move(t('people.unmakeAdministrator'), () => void set.write({ personId: id, isAdministrator: false }), set.isWriting)}
      </div>
      {isSuspending && viewerCan.includes('SUSPEND') && <Suspend account={account} onDone={() => setSuspending(false)} />}
      <WriteTrouble failure={unsuspend.failure ?? end.failure ?? set.failure} />
    </div>
  );
}

function Suspend({ account, onDone }: { account: AccountLineFragment; onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const [reason, setReason] = useState('');
  const { write, isWriting, failure } = useWrite(SuspendPersonDocument);
  const suspend = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ personId: account.id, reason })) onDone();
  };
  return (
    <form className="stack g2" onSubmit={(event) => void suspend(event)} noValidate>
      <Textarea
        label={t('people.reason')}
        description={t('people.reasonWhy')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={failure?.fields['reason']}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
      />
      <WriteTrouble failure={failure} shownFields={['reason']} />
      <FormActions go={t('people.suspendNow')} isWriting={isWriting} onCancel={onDone} size="xs" />
    </form>
  );
}
