import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { Empty, WriteTrouble } from '../design/states.js';
import {
  AddTermDocument,
  EditSchemeDocument,
  OrderTermsDocument,
  WholeSchemeDocument,
  type WholeSchemeFragment,
} from '../gql/vocabulary/graphql.js';
import { DescribedForm } from './described-form.js';
import { SchemeChanges } from './scheme-changes.js';
import { TermRow } from './term-row.js';
import './vocabulary.css';

/** A vocabulary: its words, and for those who may, the changing of them. */
export function SchemeScreen() {
  const { t } = useTranslation('vocabulary');
  const { schemeId } = useParams({ from: '/vocabulary/$schemeId' });
  const found = useQuery(WholeSchemeDocument, { variables: { id: schemeId } });
  return (
    <Page title={found.data?.scheme.label ?? t('titles.vocabulary')} size="narrow">
      <Loaded query={found}>{({ scheme }) => <Words key={scheme.id} scheme={scheme} />}</Loaded>
    </Page>
  );
}

function Words({ scheme }: { scheme: WholeSchemeFragment }) {
  const { t } = useTranslation(['vocabulary', 'shell']);
  const [open, setOpen] = useState<'name' | 'new' | null>(null);
  const edit = useWrite(EditSchemeDocument);
  const add = useWrite(AddTermDocument);
  const order = useWrite(OrderTermsDocument);
  const mayEdit = scheme.viewerCan.includes('EDIT');
  const present = scheme.terms.filter(({ retiredAt }) => !retiredAt);
  const retired = scheme.terms.filter(({ retiredAt }) => retiredAt);
  const ids = present.map(({ id }) => id);
  const move = (from: number, to: number) => {
    const termIds = [...ids];
    termIds.splice(to, 0, ...termIds.splice(from, 1));
    void order.write({ schemeId: scheme.id, termIds });
  };
  return (
    <>
      <nav className="small" aria-label={t('shell:crumb')}>
        <Link to="/vocabulary">{t('titles.vocabulary')}</Link>
      </nav>
      <div className="flex between wrap">
        <h1>
          <bdi>{scheme.label}</bdi>
        </h1>
        <div className="flex wrap">
          {mayEdit && (
            <Button variant="default" aria-expanded={open === 'name'} onClick={() => setOpen(open === 'name' ? null : 'name')}>
              {t('editScheme')}
            </Button>
          )}
          <Button
            component="a"
            href={`/vocabulary.json?scheme=${scheme.id}`}
            download
            variant="default"
            leftSection={<IconDownload size={17} aria-hidden />}
          >
            {t('export')}
          </Button>
        </div>
      </div>
      {scheme.note && (
        <p className="ink2 measure" dir="auto">
          {scheme.note}
        </p>
      )}
      <p className="tiny ink2">
        {t('terms', { count: present.length })} · {t('version', { version: scheme.version })}
      </p>
      {open === 'name' && (
        <DescribedForm
          described={scheme}
          write={edit}
          onSave={async (described) => (await edit.write({ schemeId: scheme.id, ...described })) !== null && setOpen(null)}
          onCancel={() => setOpen(null)}
        />
      )}
      <section aria-labelledby="words" className="undertabs">
        <div className="flex between wrap">
          <h2 id="words">{t('words')}</h2>
          {mayEdit && open !== 'new' && (
            <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setOpen('new')}>
              {t('add')}
            </Button>
          )}
        </div>
        {open === 'new' && (
          <DescribedForm
            described={null}
            write={add}
            onSave={async (described) => (await add.write({ schemeId: scheme.id, ...described })) !== null && setOpen(null)}
            onCancel={() => setOpen(null)}
          />
        )}
        <WriteTrouble failure={order.failure} />
        {present.length === 0 && <Empty title={t('noWords')}>{t('noWordsWhy')}</Empty>}
        <ul className="plain">
          {present.map((term, index) => (
            <TermRow
              key={term.id}
              term={term}
              others={present.filter(({ id }) => id !== term.id)}
              mayEdit={mayEdit}
              onUp={mayEdit && index > 0 ? () => move(index, index - 1) : undefined}
              onDown={mayEdit && index < ids.length - 1 ? () => move(index, index + 1) : undefined}
            />
          ))}
        </ul>
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired" className="undertabs">
          <h2 id="retired">{t('retired')}</h2>
          <p className="small ink2 measure">{t('retiredWhy')}</p>
          <ul className="plain">
            {retired.map((term) => (
              <TermRow key={term.id} term={term} others={[]} mayEdit={mayEdit} />
            ))}
          </ul>
        </section>
      )}
      {mayEdit && <SchemeChanges id={scheme.id} version={scheme.version} />}
    </>
  );
}
