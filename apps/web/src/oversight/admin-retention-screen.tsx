import { useQuery } from '@apollo/client/react';
import { Button, NumberInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { WriteTrouble } from '../design/states.js';
import { RetentionRulesDocument, SetRetentionDocument, type RetentionLineFragment } from '../gql/oversight/graphql.js';
import { AdminFrame } from './admin-frame.js';

/** How long things are kept. */
export function AdminRetentionScreen() {
  const { t } = useTranslation('oversight');
  const found = useQuery(RetentionRulesDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <AdminFrame title={t('retention.title')}>
      <p className="ink2 measure">{t('retention.intro')}</p>
      <Loaded query={found} shape="list">
        {({ retentionRules }) => (
          <ul className="plain">
            {retentionRules.map((rule) => (
              <Rule key={rule.kind} rule={rule} />
            ))}
          </ul>
        )}
      </Loaded>
    </AdminFrame>
  );
}

function Rule({ rule }: { rule: RetentionLineFragment }) {
  const { t } = useTranslation(['oversight', 'shell']);
  const [days, setDays] = useState<number | string>(rule.days);
  const { write, isWriting, failure } = useWrite(SetRetentionDocument);
  const name = t(`retention.kinds.${rule.kind as 'events'}`, { defaultValue: rule.kind });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void write({ kind: rule.kind, days: Number(days) });
  };
  return (
    <li className="rowline accountrow">
      <form className="flex wrap retentionrule" onSubmit={save} noValidate>
        <NumberInput
          label={name}
          description={t('retention.range', { least: rule.least, most: rule.most, usual: rule.usual })}
          suffix={` ${t('retention.days')}`}
          value={days}
          onChange={setDays}
          min={rule.least}
          max={rule.most}
          allowDecimal={false}
          error={failure?.fields['days']}
        />
        {Number(days) !== rule.days && (
          <Button type="submit" size="xs" variant="default" loading={isWriting}>
            {t('shell:save')}
          </Button>
        )}
      </form>
      <WriteTrouble failure={failure} shownFields={['days']} />
    </li>
  );
}
