import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { WhoWillSee } from '../../design/who-will-see.js';
import { InstantText } from '../../design/small.js';
import { Empty, WriteTrouble } from '../../design/states.js';
import {
  AnswerPetitionDocument,
  PetitionsDocument,
  SetPetitionThresholdDocument,
  StartPetitionDocument,
  SupportPetitionDocument,
  WithdrawPetitionDocument,
  type PetitionLineFragment,
} from '../../gql/communities/graphql.js';
import { ViewerDocument } from '../../gql/shell/graphql.js';
import { CommunityFrame } from '../community-frame.js';
import '../words/words.css';

/** What members ask for: it opens when enough support it. */
export function PetitionsScreen() {
  const { t } = useTranslation('words');
  const { slug } = useParams({ from: '/c/$slug/petitions' });
  const found = useQuery(PetitionsDocument, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <CommunityFrame slug={slug} title={t('petition.title')}>
      {({ name, memberCount }) => (
        <Loaded query={found} shape="list">
          {({ community }) => (
            <div className="sections">
              <section aria-labelledby="petitions">
                <h2 id="petitions">{t('petition.title')}</h2>
                <p className="measure ink2 small">{t('petition.what', { count: community.petitionThreshold })}</p>
                {community.petitions.length === 0 && <Empty title={t('petition.none')} />}
                <ul className="plain">
                  {community.petitions.map((petition) => (
                    <Petition key={petition.id} petition={petition} />
                  ))}
                </ul>
              </section>
              {community.viewerCan.includes('RAISE_NEED') && (
                <Start communityId={community.id} place={name} people={memberCount} onDone={() => void found.refetch()} />
              )}
              {community.viewerCan.includes('EDIT') && <Threshold communityId={community.id} threshold={community.petitionThreshold} />}
            </div>
          )}
        </Loaded>
      )}
    </CommunityFrame>
  );
}

function Petition({ petition }: { petition: PetitionLineFragment }) {
  const { t } = useTranslation(['words', 'communities']);
  const client = useApolloClient();
  const support = useWrite(SupportPetitionDocument);
  const answer = useWrite(AnswerPetitionDocument);
  const withdraw = useWrite(WithdrawPetitionDocument);
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const can = (action: PetitionLineFragment['viewerCan'][number]) => petition.viewerCan.includes(action);
  /** What opened is a community of one's own from now on. */
  const settled = () => void client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
  return (
    <li className="rowline wordline stack g2" id={`petition-${petition.id}`}>
      <div className="flex between wrap base">
        <h3 className="record">
          <bdi>{petition.title}</bdi>
        </h3>
        <span className="small nowrap">{t(`petition.state.${petition.state}`)}</span>
      </div>
      <p className="measure" dir="auto">
        {petition.task}
      </p>
      <p className="small ink2">
        {t(`communities:kind.${petition.kind}`)} · <bdi>{petition.petitioner.name}</bdi> ·{' '}
        {t('petition.supporters', { count: petition.supporterCount, of: petition.threshold })} · {t('petition.until')}{' '}
        <bdi>
          <InstantText at={petition.openUntil} style="day" />
        </bdi>
      </p>
      {petition.reason && (
        <p className="quote" dir="auto">
          {petition.reason}
        </p>
      )}
      {petition.opened && (
        <p>
          <Link to="/c/$slug" params={{ slug: petition.opened.slug }}>
            <bdi>{petition.opened.name}</bdi>
          </Link>
        </p>
      )}
      {petition.viewerCan.length > 0 && (
        <div className="flex wrap">
          {can('SUPPORT') && (
            <Button
              variant={petition.viewerSupports ? 'default' : 'filled'}
              loading={support.isWriting}
              onClick={() => void support.write({ petitionId: petition.id, isSupported: !petition.viewerSupports }).then(settled)}
            >
              {t(petition.viewerSupports ? 'petition.noLonger' : 'petition.support')}
            </Button>
          )}
          {can('ANSWER') && (
            <>
              <Button
                variant="default"
                loading={answer.isWriting}
                onClick={() => void answer.write({ petitionId: petition.id, grant: true }).then(settled)}
              >
                {t('petition.grant')}
              </Button>
              <Button variant="default" onClick={() => setRefusing(!isRefusing)} aria-expanded={isRefusing}>
                {t('petition.refuse')}
              </Button>
            </>
          )}
          {can('WITHDRAW') && (
            <Button variant="default" loading={withdraw.isWriting} onClick={() => void withdraw.write({ petitionId: petition.id })}>
              {t('petition.withdraw')}
            </Button>
          )}
        </div>
      )}
      {isRefusing && can('ANSWER') && (
        <div className="stack g3 narrowform">
          <Textarea
            label={t('petition.reason')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={answer.failure?.fields['reason']}
          />
          <div>
            <Button loading={answer.isWriting} onClick={() => void answer.write({ petitionId: petition.id, grant: false, reason })}>
              {t('petition.refuseNow')}
            </Button>
          </div>
        </div>
      )}
      <WriteTrouble failure={support.failure ?? answer.failure ?? withdraw.failure} shownFields={['reason']} />
    </li>
  );
}

const inWeeks = (weeks: number): string => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

function Start({ communityId, place, people, onDone }: { communityId: string; place: string; people: number | null; onDone: () => void }) {
  const { t } = useTranslation(['words', 'communities', 'family']);
  const [kind, setKind] = useState<'WORKING_GROUP' | 'TASK_FORCE'>('WORKING_GROUP');
  const [title, setTitle] = useState('');
  const [task, setTask] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const [until, setUntil] = useState(() => inWeeks(6));
  const { write, isWriting, failure } = useWrite(StartPetitionDocument);
  const start = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write({
      communityId,
      kind,
      title,
      task,
      openUntil: `${until}T22:00:00Z`,
      ...(kind === 'TASK_FORCE' && endsOn && { endsOn }),
    });
    if (!data) return;
    setTitle('');
    setTask('');
    onDone();
  };
  return (
    <section aria-labelledby="newpetition" className="narrowform">
      <h2 id="newpetition">{t('petition.ask')}</h2>
      <form className="stack g4" onSubmit={(event) => void start(event)} noValidate>
        <Radio.Group
          label={t('petition.for')}
          value={kind}
          onChange={(chosen) => setKind(chosen as typeof kind)}
          error={failure?.fields['kind']}
        >
          <div className="flex wrap g3">
            {(['WORKING_GROUP', 'TASK_FORCE'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`communities:kind.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={t('petition.name')}
          dir="auto"
          maxLength={120}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          error={failure?.fields['title']}
        />
        <Textarea
          label={t('petition.task')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={1000}
          value={task}
          onChange={({ currentTarget }) => setTask(currentTarget.value)}
          error={failure?.fields['task']}
        />
        <div className="twofields">
          {kind === 'TASK_FORCE' && (
            <TextInput
              type="date"
              label={t('family:field.endsOn')}
              value={endsOn}
              onChange={({ currentTarget }) => setEndsOn(currentTarget.value)}
              error={failure?.fields['endsOn']}
            />
          )}
          <TextInput
            type="date"
            label={t('petition.openUntil')}
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
            error={failure?.fields['openUntil']}
          />
        </div>
        <WhoWillSee level="community" community={place} people={people} />
        <WriteTrouble failure={failure} shownFields={['kind', 'title', 'task', 'endsOn', 'openUntil']} />
        <div>
          <Button type="submit" loading={isWriting}>
            {t('petition.start')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Threshold({ communityId, threshold }: { communityId: string; threshold: number }) {
  const { t } = useTranslation('words');
  const [value, setValue] = useState<number | string>(threshold);
  const { write, isWriting, failure } = useWrite(SetPetitionThresholdDocument);
  return (
    <section aria-labelledby="threshold" className="narrowform stack g3">
      <h2 id="threshold">{t('petition.threshold')}</h2>
      <NumberInput
        label={t('petition.thresholdHow')}
        min={2}
        max={500}
        allowDecimal={false}
        value={value}
        onChange={setValue}
        error={failure?.fields['threshold']}
      />
      <WriteTrouble failure={failure} shownFields={['threshold']} />
      <div>
        <Button
          variant="default"
          loading={isWriting}
          onClick={() => typeof value === 'number' && void write({ communityId, threshold: value })}
        >
          {t('petition.saveThreshold')}
        </Button>
      </div>
    </section>
  );
}
