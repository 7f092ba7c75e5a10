import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { Loaded } from '../design/loaded.js';
import { WriteTrouble } from '../design/states.js';
import { FillSeatDocument, SeatCandidatesDocument, type SeatPartsFragment } from '../gql/organisations/graphql.js';

/** Says who of the organisation holds a seat. Who is no member yet is offered it. */
export function FillSeat({ seat, onDone }: { seat: SeatPartsFragment; onDone: () => void }) {
  const { t } = useTranslation('organisations');
  const found = useQuery(SeatCandidatesDocument, { variables: { id: seat.organisation.id } });
  const { write, isWriting, failure } = useWrite(FillSeatDocument);
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <form
      className="well stack g3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!personId) return;
        void write({ seatId: seat.id, personId }).then((data) => {
          if (!data) return;
          if (data.fillSeat.isVacant) notifications.show({ message: t('seats.offered'), autoClose: 5000 });
          onDone();
        });
      }}
    >
      <Loaded query={found} shape="list">
        {({ organisation }) => (
          <Select
            label={t('seats.who')}
            description={t('seats.whoWhy')}
            data={organisation.people.map(({ person }) => ({ value: person.id, label: person.name }))}
            value={personId}
            onChange={setPersonId}
            searchable
            nothingFoundMessage={t('seats.nobody')}
            error={failure?.fields['personId']}
          />
        )}
      </Loaded>
      <WriteTrouble failure={failure} shownFields={['personId']} />
      <FormActions go={t('seats.fillNow')} isWriting={isWriting} disabled={!personId} onCancel={onDone} />
    </form>
  );
}
