import { useApolloClient } from '@apollo/client/react';
import { Button, FileInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from '../data/failures.js';
import { useWrite } from '../data/use-write.js';
import { Page } from '../design/page.js';
import { Empty, Trouble, Waiting, WriteTrouble } from '../design/states.js';
import { ImportSchemeDocument, SchemeDifferenceDocument, type SchemeDifferenceQuery } from '../gql/vocabulary/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { EditList } from './edit-list.js';
import { schemesOfFile } from './vocabulary-file.js';
import './vocabulary.css';

type Input = NonNullable<ReturnType<typeof schemesOfFile>>[number];
type Difference = SchemeDifferenceQuery['schemeDifference'];
type Compared = { input: Input; difference?: Difference; failure?: Failure };

const isDifferent = ({ isNew, edits, terms, isReordered }: Difference) => isNew || isReordered || edits.length > 0 || terms.length > 0;

/** Takes vocabularies over from a file; first one sees what would change. */
export function ImportVocabularyScreen() {
  const { t } = useTranslation(['vocabulary', 'shell']);
  const viewer = useViewer();
  const client = useApolloClient();
  const [compared, setCompared] = useState<Compared[] | 'waiting' | 'unreadable' | null>(null);
  const compare = async (file: File | null) => {
    if (!file) return setCompared(null);
    setCompared('waiting');
    const inputs = schemesOfFile(await file.text());
    if (!inputs) return setCompared('unreadable');
    const all: Compared[] = [];
    for (const input of inputs) {
      try {
        const { data } = await client.query({ query: SchemeDifferenceDocument, variables: { input }, fetchPolicy: 'no-cache' });
        all.push({ input, ...(data && { difference: data.schemeDifference }) });
      } catch (error) {
        all.push({ input, failure: failureOf(error) });
      }
    }
    setCompared(all);
  };
  const shown = Array.isArray(compared)
    ? compared.filter(({ difference, failure }) => failure ?? (difference && isDifferent(difference)))
    : [];
  return (
    <Page title={t('titles.import')} size="narrow">
      <nav className="small" aria-label={t('shell:crumb')}>
        <Link to="/vocabulary">{t('titles.vocabulary')}</Link>
      </nav>
      <h1>{t('titles.import')}</h1>
      {viewer?.isAdministrator ? (
        <div className="stack g4">
          <p className="ink2 measure">{t('importWhy')}</p>
          <FileInput
            className="narrowform"
            label={t('file')}
            description={t('fileWhy')}
            accept="application/json,.json"
            clearable
            clearButtonProps={{ 'aria-label': t('fileClear') }}
            onChange={(file) => void compare(file)}
          />
          {compared === 'waiting' && <Waiting shape="list" />}
          {compared === 'unreadable' && <Trouble title={t('unreadable')}>{t('unreadableWhy')}</Trouble>}
          {Array.isArray(compared) && shown.length === 0 && <Empty title={t('allSame')} />}
          {shown.map((one) => (
            <Comparison key={String(one.input.id)} {...one} />
          ))}
        </div>
      ) : (
        <Empty title={t('notYours')}>{t('notYoursWhy')}</Empty>
      )}
    </Page>
  );
}

/** One vocabulary of the file: what is new, what is different, what stays. */
function Comparison({ input, difference, failure }: Compared) {
  const { t } = useTranslation('vocabulary');
  const write = useWrite(ImportSchemeDocument);
  const [isDone, setDone] = useState(false);
  const name = String(input.labels.find(({ language }) => language === 'en')?.text ?? input.id);
  const take = async () => (await write.write(input)) && setDone(true);
  return (
    <section className="comparison" aria-label={name}>
      <div className="flex between wrap">
        <h2>
          <bdi>{name}</bdi> {difference?.isNew && <span className="small ink2">{t('newScheme')}</span>}
        </h2>
        {isDone ? (
          <span role="status">
            {t('taken')}{' '}
            <Link to="/vocabulary/$schemeId" params={{ schemeId: String(input.id) }}>
              {t('look')}
            </Link>
          </span>
        ) : (
          difference && (
            <Button loading={write.isWriting} onClick={() => void take()}>
              {t('take')}
            </Button>
          )
        )}
      </div>
      {failure && (
        <Trouble title={t('refused')}>
          {Object.entries(failure.fields).length > 0
            ? Object.entries(failure.fields).map(([path, text]) => (
                <p key={path}>
                  <bdi>{path}</bdi>: {text}
                </p>
              ))
            : failure.message}
        </Trouble>
      )}
      <WriteTrouble failure={write.failure} />
      {difference && (
        <>
          <p className="small ink2">
            {t('same', { count: difference.sameCount })}
            {difference.onlyHere.length > 0 && ` ${t('onlyHere', { count: difference.onlyHere.length })}`}
            {difference.isReordered && ` ${t('reordered')}`}
          </p>
          <EditList edits={difference.edits} />
          <ul className="plain">
            {difference.terms.map(({ id, word, isNew, edits }) => (
              <li key={id} className="rowline termrow">
                <b>
                  <bdi>{word}</bdi>
                </b>{' '}
                <span className="small ink2">{isNew ? t('newWord') : t('changedWord')}</span>
                <EditList edits={edits} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
