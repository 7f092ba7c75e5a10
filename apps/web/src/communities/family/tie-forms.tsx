import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { AddOutsidePartnerDocument, ProposeTieDocument, type FamilyPartsFragment, type Relation } from '../../gql/communities/graphql.js';

const relations: Relation[] = ['PARTNER', 'PART_OF', 'HAS_PART'];

/** What stands after /c/ in an address, or the address itself. */
export const slugIn = (typed: string): string => /\/c\/([^/?#]+)/.exec(typed)?.[1] ?? typed.trim();

/** Ties a community to another one here, or names a partner outside. */
export function TieForms({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const [isOutside, setOutside] = useState(false);
  return (
    <section aria-labelledby="tie" className="stack g4 narrowform">
      <h2 id="tie">{t('tie.title')}</h2>
      <SegmentedControl
        aria-label={t('tie.where')}
        value={isOutside ? 'outside' : 'here'}
        onChange={(where) => setOutside(where === 'outside')}
        data={[
          { value: 'here', label: t('tie.here') },
          { value: 'outside', label: t('tie.outside') },
        ]}
      />
      {isOutside ? <Outside family={family} /> : <Here family={family} />}
    </section>
  );
}

function Here({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const [relation, setRelation] = useState<Relation>('PARTNER');
  const [other, setOther] = useState('');
  const [note, setNote] = useState('');
  const { write, isWriting, failure } = useWrite(ProposeTieDocument);
  const propose = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId: family.id, otherSlug: slugIn(other), relation, ...(note && { note }) }))) return;
    setOther('');
    setNote('');
  };
  return (
    <form className="stack g4" onSubmit={(event) => void propose(event)} noValidate>
      <SegmentedControl
        aria-label={t('tie.relation')}
        style={{ maxWidth: '100%', overflowX: 'auto' }}
        value={relation}
        onChange={(chosen) => setRelation(chosen as Relation)}
        data={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
      />
      <TextInput
        label={t('tie.address')}
        description={t('tie.addressWhy')}
        dir="ltr"
        value={other}
        onChange={({ currentTarget }) => setOther(currentTarget.value)}
        error={failure?.fields['otherSlug']}
      />
      <Note value={note} onChange={setNote} />
      <p className="small ink2">{t('tie.bothAgree')}</p>
      <WriteTrouble failure={failure} shownFields={['otherSlug']} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('tie.propose')}
        </Button>
      </div>
    </form>
  );
}

function Outside({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [note, setNote] = useState('');
  const { write, isWriting, failure } = useWrite(AddOutsidePartnerDocument);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId: family.id, name, url, ...(note && { note }) }))) return;
    setName('');
    setUrl('');
    setNote('');
  };
  return (
    <form className="stack g4" onSubmit={(event) => void add(event)} noValidate>
      <TextInput
        label={t('tie.name')}
        dir="auto"
        maxLength={200}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={failure?.fields['name']}
      />
      <TextInput
        label={t('tie.url')}
        dir="ltr"
        type="url"
        placeholder="https://"
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
        error={failure?.fields['url']}
      />
      <Note value={note} onChange={setNote} />
      <WriteTrouble failure={failure} shownFields={['name', 'url']} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('tie.add')}
        </Button>
      </div>
    </form>
  );
}

function Note({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const { t } = useTranslation('family');
  return (
    <Textarea
      label={t('tie.note')}
      dir="auto"
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
