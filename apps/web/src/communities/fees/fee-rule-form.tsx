import { Button, NumberInput, Radio } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { SetFeeRuleDocument, type FeeFrameQuery } from '../../gql/communities/graphql.js';

/** What an unpaid fee keeps one from: nothing, unless the community says otherwise. */
export function FeeRuleForm({ communityId, rule }: { communityId: string; rule: FeeFrameQuery['community']['feeRule'] }) {
  const { t } = useTranslation(['fees', 'shell']);
  const [blocks, setBlocks] = useState<'NOTHING' | 'NEW_POSTS'>(rule?.blocks ?? 'NOTHING');
  const [graceDays, setGraceDays] = useState<number | string>(rule?.graceDays ?? 60);
  const { write, isWriting, failure } = useWrite(SetFeeRuleDocument, { keyed: false });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ communityId, blocks, graceDays: Number(graceDays) || 0 }))
      notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  return (
    <form className="stack g3" onSubmit={(event) => void save(event)} noValidate>
      <Radio.Group label={t('rule.title')} value={blocks} onChange={(value) => setBlocks(value as 'NOTHING' | 'NEW_POSTS')}>
        <div className="stack g2" style={{ marginBlockStart: '.5rem' }}>
          {(['NOTHING', 'NEW_POSTS'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`rule.${value}`)} description={t(`rule.why.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {blocks === 'NEW_POSTS' && (
        <NumberInput
          label={t('rule.grace')}
          description={t('rule.graceWhy')}
          min={14}
          max={365}
          allowDecimal={false}
          value={graceDays}
          onChange={setGraceDays}
          error={failure?.fields['graceDays']}
        />
      )}
      <WriteTrouble failure={failure} shownFields={['graceDays']} />
      <div>
        <Button type="submit" variant="default" loading={isWriting}>
          {t('rule.save')}
        </Button>
      </div>
    </form>
  );
}
