import { useQuery } from '@apollo/client/react';
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { FormActions } from '../../design/form-actions.js';
import { Loaded } from '../../design/loaded.js';
import { WhoWillSee } from '../../design/who-will-see.js';
import { Empty, WriteTrouble } from '../../design/states.js';
import {
  AgreeOnDefinitionDocument,
  DefineTermDocument,
  EditDefinitionDocument,
  GlossaryDocument,
  RemoveDefinitionDocument,
  RenameTermDocument,
  type GlossaryPartsFragment,
} from '../../gql/communities/graphql.js';
import { CommunityFrame } from '../community-frame.js';
import './words.css';

type Term = GlossaryPartsFragment['glossary'][number];
type Definition = Term['definitions'][number];

/** The words of a community: rival definitions stand side by side, and what was agreed on is marked. */
export function GlossaryScreen() {
  const { t } = useTranslation('words');
  const { slug } = useParams({ from: '/c/$slug/glossary' });
  const found = useQuery(GlossaryDocument, { variables: { slug } });
  return (
    <CommunityFrame slug={slug} title={t('glossary.title')}>
      {({ name, visibility, memberCount }) => (
        <Loaded query={found} shape="list">
          {({ community }) => (
            <div className="sections">
              <section aria-labelledby="glossary" className="stack g4">
                <h2 id="glossary">{t('glossary.title')}</h2>
                {community.glossary.length === 0 && <Empty title={t('glossary.none')}>{t('glossary.noneWhy')}</Empty>}
                {community.glossary.map((term) => (
                  <Word
                    key={term.id}
                    term={term}
                    communityId={community.id}
                    reads={<WhoWillSee level={visibility === 'PUBLIC' ? 'public' : 'community'} community={name} people={memberCount} />}
                    mayTidy={community.mayTidyGlossary}
                    mayAdd={community.viewerCan.includes('RAISE_NEED')}
                  />
                ))}
              </section>
              {community.viewerCan.includes('RAISE_NEED') && (
                <section aria-labelledby="newword" className="narrowform">
                  <h2 id="newword">{t('glossary.add')}</h2>
                  <Define
                    communityId={community.id}
                    reads={<WhoWillSee level={visibility === 'PUBLIC' ? 'public' : 'community'} community={name} people={memberCount} />}
                  />
                </section>
              )}
            </div>
          )}
        </Loaded>
      )}
    </CommunityFrame>
  );
}

function Word({
  term,
  communityId,
  reads,
  mayTidy,
  mayAdd,
}: {
  term: Term;
  communityId: string;
  reads: ReactNode;
  mayTidy: boolean;
  mayAdd: boolean;
}) {
  const { t } = useTranslation('words');
  const [isAdding, setAdding] = useState(false);
  return (
    <article id={`word-${term.id}`} className="wordline rowline stack g3" aria-labelledby={`term-${term.id}`}>
      <div className="flex between wrap base">
        <h3 id={`term-${term.id}`} className="record">
          <Link to="." hash={`word-${term.id}`} className="quiet">
            <bdi>{term.term}</bdi>
          </Link>
        </h3>
        {mayTidy && <Rename term={term} />}
      </div>
      {term.definitions.map((definition) => (
        <Meaning key={definition.id} definition={definition} reads={reads} mayTidy={mayTidy} />
      ))}
      {mayAdd &&
        (isAdding ? (
          <Define communityId={communityId} reads={reads} term={term.term} onDone={() => setAdding(false)} />
        ) : (
          <div>
            <button type="button" className="textbutton" onClick={() => setAdding(true)}>
              {t('glossary.another')}
            </button>
          </div>
        ))}
    </article>
  );
}

function Meaning({ definition, reads, mayTidy }: { definition: Definition; reads: ReactNode; mayTidy: boolean }) {
  const { t } = useTranslation(['words', 'shell']);
  const [isEditing, setEditing] = useState(false);
  const agree = useWrite(AgreeOnDefinitionDocument);
  const remove = useWrite(RemoveDefinitionDocument);
  if (isEditing) return <Edit definition={definition} reads={reads} onDone={() => setEditing(false)} />;
  return (
    <div className={`meaning ${definition.isAgreed ? 'agreed' : ''}`}>
      {definition.isAgreed && (
        <p className="small flex">
          <IconCheck size={16} aria-hidden /> <b>{t('glossary.agreed')}</b>
        </p>
      )}
      <p className="measure" dir="auto">
        {definition.text}
      </p>
      <p className="tiny ink2">
        {[definition.author?.name, definition.organisation?.name].filter(Boolean).map((name, at) => (
          <span key={at}>
            {at > 0 && ' · '}
            <bdi>{name}</bdi>
          </span>
        ))}
        {definition.source && (
          <>
            {' · '}
            {definition.sourceUrl ? (
              <a href={definition.sourceUrl} rel="noreferrer noopener nofollow">
                <bdi>{definition.source}</bdi>
              </a>
            ) : (
              <bdi>{definition.source}</bdi>
            )}
          </>
        )}
      </p>
      <div className="flex wrap g3">
        {mayTidy && (
          <button
            type="button"
            className="textbutton"
            onClick={() => void agree.write({ definitionId: definition.id, isAgreed: !definition.isAgreed })}
          >
            {t(definition.isAgreed ? 'glossary.notAgreed' : 'glossary.agree')}
          </button>
        )}
        {definition.mayEdit && (
          <>
            <button type="button" className="textbutton" onClick={() => setEditing(true)}>
              {t('glossary.edit')}
            </button>
            <button type="button" className="textbutton" onClick={() => void remove.write({ definitionId: definition.id })}>
              {t('glossary.remove')}
            </button>
          </>
        )}
      </div>
      <WriteTrouble failure={agree.failure ?? remove.failure} />
    </div>
  );
}

type Words = { text: string; source: string; sourceUrl: string };

function WordFields({ words, onChange, errors }: { words: Words; onChange: (words: Words) => void; errors: Record<string, string> }) {
  const { t } = useTranslation('words');
  return (
    <>
      <Textarea
        label={t('glossary.definition')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2000}
        value={words.text}
        onChange={({ currentTarget }) => onChange({ ...words, text: currentTarget.value })}
        error={errors['text']}
      />
      <div className="twofields">
        <TextInput
          label={t('glossary.source')}
          dir="auto"
          maxLength={300}
          value={words.source}
          onChange={({ currentTarget }) => onChange({ ...words, source: currentTarget.value })}
          error={errors['source']}
        />
        <TextInput
          label={t('glossary.sourceUrl')}
          dir="ltr"
          type="url"
          placeholder="https://"
          value={words.sourceUrl}
          onChange={({ currentTarget }) => onChange({ ...words, sourceUrl: currentTarget.value })}
          error={errors['sourceUrl']}
        />
      </div>
    </>
  );
}

const inputOf = ({ text, source, sourceUrl }: Words) => ({ text, ...(source && { source }), ...(sourceUrl && { sourceUrl }) });
const shownFields = ['term', 'text', 'source', 'sourceUrl'];

function Define({ communityId, reads, term, onDone }: { communityId: string; reads: ReactNode; term?: string; onDone?: () => void }) {
  const { t } = useTranslation(['words', 'shell']);
  const [word, setWord] = useState('');
  const [words, setWords] = useState<Words>({ text: '', source: '', sourceUrl: '' });
  const { write, isWriting, failure } = useWrite(DefineTermDocument);
  const define = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write({ communityId, term: term ?? word, ...inputOf(words) }))) return;
    setWord('');
    setWords({ text: '', source: '', sourceUrl: '' });
    onDone?.();
  };
  return (
    <form className="stack g4" onSubmit={(event) => void define(event)} noValidate>
      {!term && (
        <TextInput
          label={t('glossary.word')}
          dir="auto"
          maxLength={120}
          value={word}
          onChange={({ currentTarget }) => setWord(currentTarget.value)}
          error={failure?.fields['term']}
        />
      )}
      <WordFields words={words} onChange={setWords} errors={failure?.fields ?? {}} />
      {reads}
      <WriteTrouble failure={failure} shownFields={shownFields} />
      <div className="flex wrap">
        <Button type="submit" loading={isWriting}>
          {t('glossary.save')}
        </Button>
        {onDone && (
          <Button variant="default" onClick={onDone}>
            {t('shell:cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Edit({ definition, reads, onDone }: { definition: Definition; reads: ReactNode; onDone: () => void }) {
  const { t } = useTranslation(['words', 'shell']);
  const [words, setWords] = useState<Words>({
    text: definition.text,
    source: definition.source ?? '',
    sourceUrl: definition.sourceUrl ?? '',
  });
  const { write, isWriting, failure } = useWrite(EditDefinitionDocument);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ definitionId: definition.id, ...inputOf(words) })) onDone();
  };
  return (
    <form className="stack g4" onSubmit={(event) => void save(event)} noValidate>
      <WordFields words={words} onChange={setWords} errors={failure?.fields ?? {}} />
      {reads}
      <WriteTrouble failure={failure} shownFields={shownFields} />
      <FormActions go={t('glossary.save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}

function Rename({ term }: { term: Term }) {
  const { t } = useTranslation(['words', 'shell']);
  const [isOpen, setOpen] = useState(false);
  const [word, setWord] = useState(term.term);
  const { write, isWriting, failure } = useWrite(RenameTermDocument);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (await write({ termId: term.id, term: word })) setOpen(false);
  };
  if (!isOpen)
    return (
      <button type="button" className="textbutton" onClick={() => setOpen(true)}>
        {t('glossary.rename')}
      </button>
    );
  return (
    <form className="flex wrap" onSubmit={(event) => void rename(event)} noValidate>
      <TextInput
        aria-label={t('glossary.word')}
        dir="auto"
        maxLength={120}
        value={word}
        onChange={({ currentTarget }) => setWord(currentTarget.value)}
        error={failure?.fields['term']}
      />
      <Button type="submit" loading={isWriting}>
        {t('glossary.save')}
      </Button>
      <WriteTrouble failure={failure} shownFields={['term']} />
    </form>
  );
}
