import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { GrantSeatsDocument, ProposeSeatsDocument } from '../gql/organisations/graphql.js';
import { OrganisationField, type ChosenOrganisation } from '../people/organisation-field.js';

const shown = ['organisationId', 'seats', 'purpose', 'message'];

/** More seats for an organisation that is here, or an invitation to one that is not. */
export function GrantSeats({
  communityId,
  organisation,
  asks,
  onDone,
}: {
  communityId: string;
  organisation?: ChosenOrganisation;
  /** The organisation asks; else the community grants, or invites. */
  asks?: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation('organisations');
  const grant = useWrite(GrantSeatsDocument);
  const propose = useWrite(ProposeSeatsDocument);
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(organisation ?? null);
  const [seats, setSeats] = useState<number | string>(1);
  const [purpose, setPurpose] = useState('');
  const [message, setMessage] = useState('');
  const isProposal = asks || !organisation;
  const [hasMandate, setMandate] = useState(isProposal);
  const failure = grant.failure ?? propose.failure;
  const send = async () => {
    if (!chosen) return;
    const input = {
      communityId,
      organisationId: chosen.id,
      seats: Number(seats),
      hasMandate,
      ...(purpose.trim() && { purpose: purpose.trim() }),
    };
    const done = !isProposal
      ? await grant.write(input)
      : await propose.write({ ...input, ...(message.trim() && { message: message.trim() }) });
    if (!done) return;
    if (isProposal)
      notifications.show({ message: asks ? t('grant.asked') : t('grant.invited', { organisation: chosen.name }), autoClose: 4000 });
    onDone();
  };
  return (
    <form
      className="well stack g4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {!organisation && (
        <OrganisationField label={t('grant.organisation')} value={chosen} onChange={setChosen} error={failure?.fields['organisationId']} />
      )}
      <div className="twofields">
        <NumberInput label={t('grant.seats')} min={1} max={20} value={seats} onChange={setSeats} error={failure?.fields['seats']} />
        <TextInput
          label={t('grant.purpose')}
          dir="auto"
          maxLength={120}
          value={purpose}
          onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
          error={failure?.fields['purpose']}
        />
      </div>
      <Checkbox
        label={t('grant.mandate')}
        description={t('grant.mandateWhy')}
        checked={hasMandate}
        onChange={({ currentTarget }) => setMandate(currentTarget.checked)}
      />
      {isProposal && (
        <Textarea
          label={t('grant.message')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={2000}
          value={message}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
          error={failure?.fields['message']}
        />
      )}
      <WriteTrouble failure={failure} shownFields={shown} />
      <FormActions
        go={t(isProposal ? 'grant.send' : 'grant.grant')}
        isWriting={grant.isWriting || propose.isWriting}
        disabled={!chosen}
        onCancel={onDone}
      />
    </form>
  );
}
