import { useQuery } from '@apollo/client/react';
import { Button, CopyButton, NumberInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { InstantText } from '../../design/small.js';
import { WriteTrouble } from '../../design/states.js';
import {
  CreateInvitationLinkDocument,
  RevokeInvitationLinkDocument,
  WaysInDocument,
  type LinkLineFragment,
  type MembershipRole,
} from '../../gql/communities/graphql.js';
import type { CommunityHead } from '../community-frame.js';
import { RoleChoice } from './role-choice.js';

/** Links for whoever has them: a form, the new one to copy, and those that are good. */
export function InvitationLinks({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('doors');
  const found = useQuery(WaysInDocument, { variables: { slug: community.slug } });
  const [made, setMade] = useState<{ url: string; name: string } | null>(null);
  return (
    <section aria-labelledby="by-link" className="stack g4">
      <div className="stack g1">
        <h2 id="by-link">{t('link.title')}</h2>
        <p className="small ink2">{t('link.why')}</p>
      </div>
      <NewLink
        community={community}
        onDone={(link) => {
          setMade(link);
          void found.refetch();
        }}
      />
      {made && <Made made={made} />}
      <Loaded query={found} shape="list">
        {({ community: { invitationLinks } }) =>
          invitationLinks.length > 0 && (
            <ul className="plain" aria-label={t('link.good')}>
              {invitationLinks.map((link) => (
                <LinkRow key={link.id} link={link} onDone={() => void found.refetch()} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function NewLink({ community, onDone }: { community: CommunityHead; onDone: (link: { url: string; name: string }) => void }) {
  const { t } = useTranslation('doors');
  const [name, setName] = useState('');
  const [role, setRole] = useState<MembershipRole>('MEMBER');
  const [maxUses, setMaxUses] = useState<number | string>(25);
  const [days, setDays] = useState<number | string>(14);
  const { write, isWriting, failure } = useWrite(CreateInvitationLinkDocument);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({
      communityId: community.id,
      name: name.trim(),
      role,
      maxUses: Number(maxUses) || 0,
      days: Number(days) || 0,
    });
    if (!data) return;
    onDone({ url: data.createInvitationLink.url, name: name.trim() });
    setName('');
  };
  return (
    <form className="linkform" onSubmit={(event) => void make(event)} noValidate>
      <TextInput
        className="all"
        label={t('link.name')}
        description={t('link.nameWhy')}
        dir="auto"
        maxLength={120}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={failure?.fields['name']}
      />
      <RoleChoice community={community} value={role} onChange={setRole} error={failure?.fields['role']} />
      <NumberInput
        label={t('link.maxUses')}
        min={1}
        max={1000}
        allowDecimal={false}
        value={maxUses}
        onChange={setMaxUses}
        error={failure?.fields['maxUses']}
      />
      <NumberInput
        label={t('link.days')}
        min={1}
        max={365}
        allowDecimal={false}
        value={days}
        onChange={setDays}
        error={failure?.fields['days']}
      />
      <Button type="submit" variant="default" loading={isWriting} disabled={!name.trim()}>
        {t('link.make')}
      </Button>
      <div className="all">
        <WriteTrouble failure={failure} shownFields={['name', 'role', 'maxUses', 'days']} />
      </div>
    </form>
  );
}

function Made({ made }: { made: { url: string; name: string } }) {
  const { t } = useTranslation('doors');
  return (
    <div className="notice notice-mind" role="status">
      <div className="stack g2 grow">
        <b>{t('link.made', { name: made.name })}</b>
        <span className="small">{t('link.madeWhy')}</span>
        <div className="flex wrap">
          <TextInput
            className="grow"
            aria-label={t('link.address')}
            dir="ltr"
            readOnly
            value={made.url}
            onFocus={(e) => e.target.select()}
          />
          <CopyButton value={made.url} timeout={3000}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? t('link.copied') : t('link.copy')}</Button>}
          </CopyButton>
        </div>
      </div>
    </div>
  );
}

function LinkRow({ link, onDone }: { link: LinkLineFragment; onDone: () => void }) {
  const { t } = useTranslation(['doors', 'communities']);
  const { write, isWriting, failure } = useWrite(RevokeInvitationLinkDocument, { keyed: false });
  return (
    <li className="memberrow rowline">
      <div className="grow small">
        <b dir="auto">{link.name}</b> <span className="ink2">{t(`communities:role.${link.role}`)}</span>
        <div className="tiny ink2">
          {t('link.used', { count: link.uses, max: link.maxUses })} · {t('communities:invitations.until')}{' '}
          <InstantText at={link.expiresAt} style="day" /> · {t('link.by', { name: link.createdBy.name })}
        </div>
        <WriteTrouble failure={failure} />
      </div>
      <Button
        variant="subtle"
        loading={isWriting}
        aria-label={t('link.revokeOf', { name: link.name })}
        onClick={() => void write({ linkId: link.id }).then((done) => done && onDone())}
      >
        {t('communities:invitations.revoke')}
      </Button>
    </li>
  );
}
