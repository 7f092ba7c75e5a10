import { useQuery } from '@apollo/client/react';
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { HoldSeatDocument, ViewerSeatsDocument } from '../gql/organisations/graphql.js';
import { GrantSeats } from './grant-seats.js';

/** The way in for an organisation's people: a seat that is theirs to take, and asking for seats where they act for it. */
export function WaysInBySeat({ community, onIn }: { community: { id: string; slug: string }; onIn: () => void }) {
  const { t } = useTranslation('organisations');
  const found = useQuery(ViewerSeatsDocument, { variables: { slug: community.slug } });
  const { write, isWriting, failure } = useWrite(HoldSeatDocument);
  const [isAsking, setAsking] = useState(false);
  const seat = found.data?.community.viewerSeats.find(({ viewerCan }) => viewerCan.includes('HOLD'));
  const organisation = found.data?.viewer?.person.organisation;
  if (seat) {
    return (
      <>
        <Button loading={isWriting} onClick={() => void write({ seatId: seat.id }).then((done) => done && onIn())}>
          {t('seats.takeOf', { organisation: seat.organisation.name })}
        </Button>
        <WriteTrouble failure={failure} />
      </>
    );
  }
  if (!organisation?.viewerCan.includes('EDIT')) return null;
  return (
    <Popover opened={isAsking} onChange={setAsking} position="bottom-end" shadow="md" width={360} trapFocus returnFocus withRoles>
      <Popover.Target>
        <Button variant="default" onClick={() => setAsking(!isAsking)}>
          {t('seats.ask', { organisation: organisation.name })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('seats.ask', { organisation: organisation.name })}>
        <GrantSeats communityId={community.id} organisation={organisation} asks onDone={() => setAsking(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
