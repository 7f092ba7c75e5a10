import { Input, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { FormActions } from '../../design/form-actions.js';
import { WriteTrouble } from '../../design/states.js';
import { AskForAudienceDocument, type ConfidentialityLevel, type ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import { ChooseLevel } from '../choose-level.js';

/** Asks all who wrote in a thread whether more people may read it, and says what for. */
export function AskForAudience({ thread, onDone }: { thread: ThreadPartsFragment; onDone: () => void }) {
  const { t } = useTranslation('confidences');
  const isPublicHere = thread.community.visibility === 'PUBLIC';
  const levels: ConfidentialityLevel[] = [
    ...(thread.level === 'GROUP' ? (['COMMUNITY'] as const) : []),
    ...(isPublicHere ? (['PUBLIC'] as const) : []),
  ];
  const [level, setLevel] = useState<ConfidentialityLevel>(levels[0] ?? 'PUBLIC');
  const [purpose, setPurpose] = useState('');
  const { write, isWriting, failure } = useWrite(AskForAudienceDocument);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ threadId: thread.id, level, purpose })) onDone();
  };
  return (
    <form className="well stack g4" onSubmit={(event) => void ask(event)} noValidate aria-labelledby="ask-audience">
      <div className="stack g1">
        <h2 id="ask-audience">{t('audience.askTitle')}</h2>
        <p className="small ink2">{t('audience.askWhy')}</p>
      </div>
      <div>
        <Input.Label component="div">{t('audience.whom')}</Input.Label>
        <ChooseLevel levels={levels} level={level} onChange={setLevel} />
      </div>
      <Textarea
        label={t('audience.purpose')}
        description={t('audience.purposeWhy')}
        autosize
        minRows={2}
        maxLength={500}
        dir="auto"
        value={purpose}
        onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
        error={failure?.fields['purpose'] ?? failure?.fields['level']}
      />
      <WriteTrouble failure={failure} shownFields={['purpose', 'level']} />
      <FormActions go={t('audience.send')} isWriting={isWriting} disabled={purpose.trim().length < 10} onCancel={onDone} />
    </form>
  );
}
