import { useQuery } from '@apollo/client/react';
import { Button, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { SetUnattributedFloorDocument, UnattributedRuleDocument } from '../gql/discussions/graphql.js';
import './discussions.css';

/** Where coordinators say among how many people one may write without a name. */
export function UnattributedFloor({ communityId, slug }: { communityId: string; slug: string }) {
  const rule = useQuery(UnattributedRuleDocument, { variables: { slug } }).data?.community.unattributed;
  return rule ? <Choose key={rule.floor} communityId={communityId} floor={rule.floor} present={rule.possibleAuthors} /> : null;
}

function Choose({ communityId, floor, present }: { communityId: string; floor: number; present: number }) {
  const { t } = useTranslation(['confidences', 'shell']);
  const [people, setPeople] = useState<number | string>(floor);
  const { write, isWriting, failure } = useWrite(SetUnattributedFloorDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId, people: Number(people) || 0 }))) return;
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
  };
  return (
    <form className="stack g4 narrowform unattributedfloor" onSubmit={(event) => void save(event)} noValidate>
      <h2>{t('floor.title')}</h2>
      <NumberInput
        label={t('floor.label')}
        description={t('floor.why')}
        min={5}
        max={500}
        allowDecimal={false}
        value={people}
        onChange={setPeople}
        error={failure?.fields['people']}
      />
      <p className="small ink2">{t('floor.present', { count: present })}</p>
      <WriteTrouble failure={failure} shownFields={['people']} />
      <div>
        <Button type="submit" variant="default" loading={isWriting}>
          {t('floor.save')}
        </Button>
      </div>
    </form>
  );
}
