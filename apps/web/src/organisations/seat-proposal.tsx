import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { RelativeTime } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import { OrganisationFace } from '../design/who.js';
import { AnswerSeatProposalDocument, type ProposalPartsFragment } from '../gql/organisations/graphql.js';

/** An invitation or a request for seats, as one of the two sides sees it: the other side's is answered, one's own can be taken back. */
export function Proposal({
  proposal,
  side,
  onDone,
}: {
  proposal: ProposalPartsFragment;
  side: 'community' | 'organisation';
  onDone: () => void;
}) {
  const { t } = useTranslation('organisations');
  const { write, isWriting, failure } = useWrite(AnswerSeatProposalDocument);
  const isOwn = proposal.isInvitation === (side === 'community');
  const answer = (accept: boolean) => void write({ proposalId: proposal.id, accept }).then((done) => done && onDone());
  const other = side === 'community' ? proposal.organisation.name : proposal.community.name;
  return (
    <li className="memberrow rowline top">
      <OrganisationFace name={other} />
      <div className="grow small stack g1">
        <span>
          {side === 'community' ? (
            <Link to="/o/$organisationId" params={{ organisationId: proposal.organisation.id }}>
              <b>
                <bdi>{other}</bdi>
              </b>
            </Link>
          ) : (
            <Link to="/c/$slug" params={{ slug: proposal.community.slug }}>
              <b>
                <bdi>{other}</bdi>
              </b>
            </Link>
          )}{' '}
          <span className="ink2">
            {t(proposal.hasMandate ? 'proposals.seatsWithMandate' : 'proposals.seats', { count: proposal.seats })}
            {proposal.purpose && (
              <>
                {' · '}
                <bdi>{proposal.purpose}</bdi>
              </>
            )}
          </span>{' '}
          <span className="ink3">
            <RelativeTime at={proposal.madeAt} />
          </span>
        </span>
        {proposal.message && (
          <p className="quote" dir="auto">
            {proposal.message}
          </p>
        )}
        <div className="flex wrap">
          {isOwn ? (
            <Button variant="subtle" loading={isWriting} onClick={() => answer(false)}>
              {t('proposals.takeBack')}
            </Button>
          ) : (
            <>
              <Button loading={isWriting} onClick={() => answer(true)}>
                {t('proposals.accept')}
              </Button>
              <Button variant="default" disabled={isWriting} onClick={() => answer(false)}>
                {t('proposals.refuse')}
              </Button>
            </>
          )}
        </div>
        <WriteTrouble failure={failure} />
      </div>
    </li>
  );
}
