import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { InstantText } from '../design/small.js';
import { WriteTrouble } from '../design/states.js';
import {
  AcceptHandoverDocument,
  CloseHandoverDocument,
  HandoverDocument,
  WithdrawHandoverDocument,
  type HandoverPartsFragment,
} from '../gql/handovers/graphql.js';
import { ViewerDocument } from '../gql/shell/graphql.js';
import { HandoverText } from './handover-text.js';
import { Offer } from './offer.js';
import { PassesOn } from './passes-on.js';
import './handovers.css';

/** Everything a successor needs on one page: who hands over what, notes, checklist, what passes on, and who held it before. */
export function HandoverScreen() {
  const { t } = useTranslation('handovers');
  const { handoverId } = useParams({ from: '/handovers/$handoverId' });
  const found = useQuery(HandoverDocument, { variables: { id: handoverId }, fetchPolicy: 'cache-and-network' });
  return (
    <Page title={t('title')} size="narrow">
      <Loaded query={found}>{({ handover }) => <Whole key={handover.state} handover={handover} />}</Loaded>
    </Page>
  );
}

function Whole({ handover }: { handover: HandoverPartsFragment }) {
  const { t } = useTranslation('handovers');
  const past = (handover.seat?.holdings ?? []).filter(({ until }) => until);
  const can = (action: HandoverPartsFragment['viewerCan'][number]) => handover.viewerCan.includes(action);
  return (
    <article className="sections">
      <header className="stack g2">
        <p className="small">
          <Link to="/c/$slug" params={{ slug: handover.community.slug }}>
            <bdi>{handover.community.name}</bdi>
          </Link>
        </p>
        <h1>
          {handover.role
            ? t(`what.${handover.role as 'COORDINATOR' | 'FACILITATOR'}`)
            : t('what.seat', { organisation: handover.seat?.organisation.name ?? '' })}
        </h1>
        <p className="ink2">
          {t(`state.${handover.state}`)}
          {handover.from && <> · {t('from', { name: handover.from.name })}</>}
          {(handover.to ?? handover.toEmail) && <> · {t('to', { name: handover.to?.name ?? handover.toEmail ?? '' })}</>}
        </p>
        {handover.leaves && !handover.acceptedAt && handover.from && (
          <p className="small ink2">{t('leaves', { name: handover.from.name })}</p>
        )}
        <Moves handover={handover} />
      </header>
      {(can('OFFER') || can('OFFER_BY_MAIL')) && <Offer handover={handover} />}
      <HandoverText handover={handover} />
      <PassesOn handover={handover} />
      {past.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before">{t('before')}</h2>
          <ol className="plain">
            {past.map(({ person, since, until }) => (
              <li key={since} className="rowline small">
                <bdi>{person?.name ?? t('formerPerson')}</bdi>{' '}
                <span className="ink2">
                  <InstantText at={since} style="day" /> – {until && <InstantText at={until} style="day" />}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

function Moves({ handover }: { handover: HandoverPartsFragment }) {
  const { t } = useTranslation('handovers');
  const client = useApolloClient();
  const navigate = useNavigate();
  const accept = useWrite(AcceptHandoverDocument);
  const close = useWrite(CloseHandoverDocument);
  const withdraw = useWrite(WithdrawHandoverDocument);
  const { viewerCan, id: handoverId } = handover;
  const takeOver = async () => {
    if (!(await accept.write({ handoverId }))) return;
    notifications.show({ message: t('accepted'), autoClose: 5000 });
    // The rail lists one's communities, and one may have become a member by this.
    void client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
  };
  const callOff = async () => {
    if (!(await withdraw.write({ handoverId }))) return;
    void navigate({ to: '/c/$slug/members', params: { slug: handover.community.slug } });
  };
  return (
    <>
      <div className="flex wrap">
        {viewerCan.includes('ACCEPT') && (
          <Button loading={accept.isWriting} onClick={() => void takeOver()}>
            {t('accept')}
          </Button>
        )}
        {viewerCan.includes('CLOSE') && (
          <Button variant="default" loading={close.isWriting} onClick={() => void close.write({ handoverId })}>
            {t('close')}
          </Button>
        )}
        {viewerCan.includes('WITHDRAW') && (
          <Button variant="subtle" loading={withdraw.isWriting} onClick={() => void callOff()}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      <WriteTrouble failure={accept.failure ?? close.failure ?? withdraw.failure} />
    </>
  );
}
