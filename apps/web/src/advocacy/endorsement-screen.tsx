import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Tally, answerOf } from '../design/answer.js';
import { Loaded } from '../design/loaded.js';
import { Columns, Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { Empty } from '../design/states.js';
import { Crumb } from '../design/way.js';
import { EndorsementDocument, type EndorsementPartsFragment } from '../gql/advocacy/graphql.js';
import { useNow } from '../i18n/use-now.js';
import { useOwnZone } from '../shell/own-zone.js';
import { AnswerForm } from './answer-form.js';
import { Answers } from './answers.js';
import { CoordinatorMoves } from './coordinator-moves.js';
import { Objections } from './objections.js';
import { OutcomeStated } from './outcome-stated.js';
import { PositionSteps } from './position-steps.js';
import { RecordText } from './record-text.js';
import { usePositionRoom } from './use-position-room.js';
import './advocacy.css';

/** A position in its round: what was put, who was asked, who said what. */
export type RoundPosition = EndorsementPartsFragment;

/** Who stands behind a position. */
export function EndorsementScreen() {
  const { t } = useTranslation('advocacy');
  const { positionId } = useParams({ from: '/p/$positionId/endorsement' });
  const found = useQuery(EndorsementDocument, { variables: { id: positionId } });
  usePositionRoom(positionId, () => void found.refetch());
  return (
    <Page title={t('titles.endorsement')}>
      <Loaded query={found}>{({ position }) => <Round position={position} />}</Loaded>
    </Page>
  );
}

function Round({ position }: { position: RoundPosition }) {
  const { t } = useTranslation('advocacy');
  const { slug } = position.community;
  const { round } = position;
  // Where the aside follows the text, one's own answer moves above it.
  const isNarrow = useMediaQuery('(max-width: 63.99em)', false, { getInitialValueInEffect: false });
  return (
    <>
      <Crumb>
        <Link to="/c/$slug" params={{ slug }}>
          <bdi>{position.community.name}</bdi>
        </Link>
        <Link to="/c/$slug/positions" params={{ slug }}>
          {t('titles.communityPositions')}
        </Link>
        <Link to="/p/$positionId" params={{ positionId: position.id }}>
          <bdi>{position.title}</bdi>
        </Link>
      </Crumb>
      <h1 style={{ marginBlock: '0.5rem 0.25rem' }}>{t('round.title')}</h1>
      {!round ? (
        <Empty
          title={t('round.none')}
          action={
            <Button component={Link} to="/p/$positionId" params={{ positionId: position.id } as never} variant="default">
              {t('round.toText')}
            </Button>
          }
        />
      ) : (
        <>
          <When round={round} isOpen={position.state === 'ENDORSEMENT'} />
          <PositionSteps position={position} />
          <div className="roundtally">
            <Tally
              label={t('round.tally')}
              answers={round.answers.map(({ organisation, answer }) => ({ organisation: organisation.name, answer: answerOf(answer) }))}
            />
          </div>
          <Columns aside={<RoundAside position={position} hasOwnAnswers={!isNarrow} />}>
            {isNarrow && <OwnAnswers position={position} />}
            {position.outcome && <OutcomeStated outcome={position.outcome} />}
            <Objections answers={round.answers} />
            <Answers answers={round.answers} />
          </Columns>
          {position.frozenVersion && (
            <details className="puttext">
              <summary>{t('round.readText')}</summary>
              <h2 className="record" dir="auto">
                {position.title}
              </h2>
              <RecordText html={position.frozenVersion.html} className="numbered" />
            </details>
          )}
        </>
      )}
    </>
  );
}

function When({ round, isOpen }: { round: NonNullable<RoundPosition['round']>; isOpen: boolean }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  const now = useNow();
  const end = round.closedAt ?? round.closesAt;
  // Past its time a round takes no answers, though the outcome is still to be stated.
  const isOver = !!round.closedAt || (!!round.closesAt && new Date(round.closesAt) < now);
  return (
    <p className="ink2" style={{ marginBlockEnd: '1.5rem' }}>
      {t('round.version', { number: round.version.number, name: round.version.name })} {t('round.openedAt')}{' '}
      <InstantText at={round.openedAt} style="day" timeZone={zone} />.{' '}
      {end ? (
        <b>
          {t(isOver || !isOpen ? 'round.closedAt' : 'round.closesAt')} <InstantText at={end} timeZone={zone} />{' '}
          <span className="small ink2">({zone.replaceAll('_', ' ')})</span>
        </b>
      ) : (
        t('round.openEnd')
      )}
    </p>
  );
}

function OwnAnswers({ position }: { position: RoundPosition }) {
  return (
    <>
      {position.viewerAnswersFor.map((organisation) => (
        <AnswerForm key={organisation.id} position={position} organisation={organisation} />
      ))}
    </>
  );
}

function RoundAside({ position, hasOwnAnswers }: { position: RoundPosition; hasOwnAnswers: boolean }) {
  const { t } = useTranslation('advocacy');
  const silent = position.round?.answers.filter(({ answer }) => !answer) ?? [];
  return (
    <>
      {hasOwnAnswers && <OwnAnswers position={position} />}
      <CoordinatorMoves position={position} />
      <section className="stack g1">
        <h2 className="label">{t('round.rule')}</h2>
        <p className="small">{t('round.ruleText')}</p>
      </section>
      {silent.length > 0 && (
        <section className="stack g1">
          <h2 className="label">{t('round.silent', { count: silent.length })}</h2>
          <ul className="plain small">
            {silent.map(({ id, organisation }) => (
              <li key={id}>
                <bdi>{organisation.name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
