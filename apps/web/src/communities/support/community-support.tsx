import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { WriteTrouble } from '../../design/states.js';
import {
  CommunitySupportDocument,
  InterpretationNeedsDocument,
  NoteInterpretationNeedDocument,
  SetCommunitySupportDocument,
  type CommunitySupportPartsFragment,
} from '../../gql/communities/graphql.js';
import { languageName, listText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import type { CommunityHead } from '../community-frame.js';
import { LanguageChoice } from './language-choice.js';
import { SupportForm } from './support-form.js';
import { SupportLines } from './support-lines.js';

/** On the page of a community: what it offers, and, for members, which interpretation they need. */
export function TakingPart({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('support');
  const found = useQuery(CommunitySupportDocument, { variables: { slug: community.slug } });
  const [isOpen, setOpen] = useState(false);
  const parts = found.data?.community;
  if (!parts || (!parts.support && !community.viewerMembership)) return null;
  return (
    <section className="stack g2" aria-label={t('title')}>
      <SupportLines support={parts.support} />
      {community.viewerMembership && !community.archivedAt && (
        <div>
          <button type="button" className="textbutton" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(parts.viewerInterpretationNeed ? 'need.change' : 'need.say')}
          </button>
        </div>
      )}
      {isOpen && <NeedForm communityId={community.id} need={parts.viewerInterpretationNeed} onDone={() => setOpen(false)} />}
    </section>
  );
}

function NeedForm({
  communityId,
  need,
  onDone,
}: {
  communityId: string;
  need: CommunitySupportPartsFragment['viewerInterpretationNeed'];
  onDone: () => void;
}) {
  const { t } = useTranslation(['support', 'shell']);
  const [languages, setLanguages] = useState(need?.languages ?? []);
  const [note, setNote] = useState(need?.note ?? '');
  const { write, isWriting, failure } = useWrite(NoteInterpretationNeedDocument, { keyed: false });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId, languages, ...(note.trim() && { note }) }))) return;
    notifications.show({ message: t('shell:saved'), autoClose: 3000 });
    onDone();
  };
  return (
    <form className="stack g3 narrowform" onSubmit={(event) => void save(event)} noValidate>
      <LanguageChoice
        label={t('need.languages')}
        description={t('need.who')}
        value={languages}
        onChange={setLanguages}
        error={failure?.fields['languages']}
      />
      <TextInput
        label={t('need.note')}
        description={t('need.noteWhy')}
        dir="auto"
        maxLength={300}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        error={failure?.fields['note']}
      />
      <WriteTrouble failure={failure} shownFields={['languages', 'note']} />
      <div>
        <Button type="submit" loading={isWriting}>
          {t('need.save')}
        </Button>
      </div>
    </form>
  );
}

/** Among the settings: what the community offers, and what its members need. */
export function SupportSettings({ communityId, slug }: { communityId: string; slug: string }) {
  const { t } = useTranslation('support');
  const found = useQuery(CommunitySupportDocument, { variables: { slug } });
  const { write, isWriting, failure } = useWrite(SetCommunitySupportDocument, { keyed: false });
  return (
    <section className="stack g4 narrowform" style={{ marginBlockStart: '2.5rem' }} aria-labelledby="support">
      <div className="stack g1">
        <h2 id="support">{t('title')}</h2>
        <p className="small ink2">{t('why')}</p>
      </div>
      <Loaded query={found} shape="text">
        {({ community }) => (
          <SupportForm
            support={community.support}
            save={(offered) => write({ communityId, ...offered })}
            isWriting={isWriting}
            failure={failure}
          />
        )}
      </Loaded>
      <Needs slug={slug} />
    </section>
  );
}

function Needs({ slug }: { slug: string }) {
  const { t } = useTranslation('support');
  const { locale } = useLanguage();
  const found = useQuery(InterpretationNeedsDocument, { variables: { slug } });
  const needs = found.data?.community.interpretationNeeds ?? [];
  if (needs.length === 0) return null;
  return (
    <div className="stack g2">
      <h3>{t('needs')}</h3>
      <ul className="plain">
        {needs.map(({ person, languages, note }) => (
          <li key={person.id} className="rowline small" style={{ paddingBlock: '.5rem' }}>
            <Link to="/people/$personId" params={{ personId: person.id }}>
              <bdi>{person.name}</bdi>
            </Link>{' '}
            {listText(
              languages.map((tag) => languageName(tag, locale)),
              locale,
            )}
            {note && (
              <div className="ink2" dir="auto">
                {note}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
