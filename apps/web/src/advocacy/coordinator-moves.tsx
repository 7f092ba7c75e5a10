import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptForm } from '../communities/use-kept-form.js';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { DecidePositionDocument, PublishPositionDocument } from '../gql/advocacy/graphql.js';
import type { RoundPosition } from './endorsement-screen.js';
import { ReopenDrafting } from './reopen-drafting.js';

/** What the coordinator can do with the round: state the outcome, take the text back, publish. */
export function CoordinatorMoves({ position }: { position: RoundPosition }) {
  const { t } = useTranslation('advocacy');
  const can = (action: RoundPosition['viewerCan'][number]) => position.viewerCan.includes(action);
  if (!can('DECIDE') && !can('REOPEN_DRAFTING') && !can('PUBLISH') && !position.publicPath) return null;
  return (
    <section className="stack g4">
      {position.publicPath && (
        <Link to="/positions/$positionId/public" params={{ positionId: position.id }}>
          {t('frozen.toPublic')}
        </Link>
      )}
      {can('PUBLISH') && <Publish positionId={position.id} />}
      {can('DECIDE') && <Decide positionId={position.id} />}
      {can('REOPEN_DRAFTING') && <ReopenDrafting positionId={position.id} />}
    </section>
  );
}

const undecided = { adopted: '' as '' | 'yes' | 'no', statement: '' };
const shortestStatement = 10;

function Decide({ positionId }: { positionId: string }) {
  const { t } = useTranslation('advocacy');
  const { text, change, forget } = useKeptForm(`outcome:${positionId}`, undecided);
  const [missing, setMissing] = useState<{ adopted?: string; statement?: string }>({});
  const { write, isWriting, failure } = useWrite(DecidePositionDocument);
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    const wanting = {
      ...(!text.adopted && { adopted: t('decide.choose') }),
      ...(text.statement.trim().length < shortestStatement && { statement: t('decide.statementShort') }),
    };
    setMissing(wanting);
    if (Object.keys(wanting).length > 0) return;
    const data = await write({ positionId, adopted: text.adopted === 'yes', statement: text.statement.trim() });
    if (data) forget();
  };
  return (
    <form className="stack g3" noValidate onSubmit={(event) => void decide(event)}>
      <fieldset>
        <legend className="label">{t('decide.title')}</legend>
        {(['yes', 'no'] as const).map((adopted) => (
          <label key={adopted} className={`choice small ${text.adopted === adopted ? 'on' : ''}`}>
            <input type="radio" name="adopted" checked={text.adopted === adopted} onChange={() => change({ adopted })} />
            {t(adopted === 'yes' ? 'outcome.adopted' : 'outcome.notAdopted')}
          </label>
        ))}
        {missing.adopted && (
          <p className="small fieldtrouble" role="alert">
            {missing.adopted}
          </p>
        )}
      </fieldset>
      <Textarea
        label={t('decide.statement')}
        description={t('decide.statementWhy')}
        dir="auto"
        autosize
        minRows={3}
        value={text.statement}
        onChange={({ currentTarget }) => change({ statement: currentTarget.value })}
        error={missing.statement ?? failure?.fields['statement']}
      />
      <WriteTrouble failure={failure} shownFields={['statement']} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('decide.state')}
        </Button>
      </div>
    </form>
  );
}

function Publish({ positionId }: { positionId: string }) {
  const { t } = useTranslation('advocacy');
  const { write, isWriting, failure } = useWrite(PublishPositionDocument);
  const publish = async () => {
    if (await write({ positionId })) notifications.show({ message: t('publish.done'), autoClose: 6000 });
  };
  return (
    <div className="band stack g3">
      <p className="small">{t('publish.what')}</p>
      <WriteTrouble failure={failure} />
      <div>
        <Button loading={isWriting} onClick={() => void publish()}>
          {t('publish.open')}
        </Button>
      </div>
    </div>
  );
}
