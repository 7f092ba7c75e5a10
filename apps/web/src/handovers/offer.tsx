import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import {
  HandoverCandidatesDocument,
  HandoverColleaguesDocument,
  OfferHandoverDocument,
  type HandoverPartsFragment,
} from '../gql/handovers/graphql.js';

/** Chooses the successor: a colleague, a member, or someone who is not here yet, by mail. */
export function Offer({ handover }: { handover: HandoverPartsFragment }) {
  const { t } = useTranslation('handovers');
  const { write, isWriting, failure } = useWrite(OfferHandoverDocument);
  const byMail = handover.viewerCan.includes('OFFER_BY_MAIL');
  const [way, setWay] = useState<'person' | 'mail'>('person');
  const [personId, setPersonId] = useState<string | null>(null);
  const [email, setEmail] = useState('');
  const send = async () => {
    const to = way === 'mail' ? { email: email.trim() } : { personId };
    if (!(await write({ handoverId: handover.id, ...to }))) return;
    notifications.show({ message: t('offered'), autoClose: 4000 });
    setEmail('');
    setPersonId(null);
  };
  return (
    <section aria-labelledby="successor">
      <h2 id="successor">{t('successor')}</h2>
      <form
        className="well stack g4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {byMail && (
          <SegmentedControl
            aria-label={t('successor')}
            value={way}
            onChange={(chosen) => setWay(chosen as 'person' | 'mail')}
            data={[
              { value: 'person', label: t('byName') },
              { value: 'mail', label: t('byMail') },
            ]}
          />
        )}
        {way === 'mail' ? (
          <TextInput
            type="email"
            label={t('email')}
            description={t('emailWhy')}
            dir="ltr"
            autoComplete="off"
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            error={failure?.fields['email']}
          />
        ) : (
          <Candidates handover={handover} value={personId} onChange={setPersonId} error={failure?.fields['personId']} />
        )}
        <WriteTrouble failure={failure} shownFields={['email', 'personId']} />
        <div>
          <Button type="submit" loading={isWriting} disabled={way === 'mail' ? !email.trim() : !personId}>
            {t('offer')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Candidates({
  handover,
  value,
  onChange,
  error,
}: {
  handover: HandoverPartsFragment;
  value: string | null;
  onChange: (personId: string | null) => void;
  error?: string;
}) {
  const { t } = useTranslation('handovers');
  const [text, setText] = useState('');
  const search = useDebouncedCallback(setText, 200);
  const { seat, community, from } = handover;
  const colleagues = useQuery(HandoverColleaguesDocument, { variables: { id: seat?.organisation.id ?? '' }, skip: !seat });
  const members = useQuery(HandoverCandidatesDocument, { variables: { communityId: community.id, text }, skip: seat !== null });
  const people = seat
    ? (colleagues.data?.organisation.people ?? []).map(({ person }) => person)
    : ((members.data ?? members.previousData)?.mentionable ?? []);
  return (
    <Select
      label={t('who')}
      description={t(seat ? 'colleagueWhy' : 'memberWhy')}
      data={people.filter(({ id }) => id !== from?.id).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      onSearchChange={search}
      searchable
      nothingFoundMessage={t('nobody')}
      error={error}
    />
  );
}
