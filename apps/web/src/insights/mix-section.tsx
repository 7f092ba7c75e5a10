import { NumberInput, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { byLabel, countryCodes, levels } from '../communities/choices.js';
import { useWrite } from '../data/use-write.js';
import { FormActions } from '../design/form-actions.js';
import { WriteTrouble } from '../design/states.js';
import { SetWishedMixDocument, type HealthPartsFragment } from '../gql/insights/graphql.js';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { organisationTypes } from '../people/organisation-field.js';

type Mix = HealthPartsFragment['mixes'][number];
type Property = 'TYPE' | 'LEVEL' | 'COUNTRY';

/** What a mix counts by. */
export const propertyOf = (mix: Mix['mix']): Property => mix.split('_BY_')[1] as Property;
const keysOf: Record<Property, readonly string[]> = { TYPE: organisationTypes, LEVEL: levels, COUNTRY: countryCodes };

/** The word for a part of a mix, in the reader's language. */
export function useKeyName(property: Property): (key: string) => string {
  const { t } = useTranslation(['insights', 'people', 'communities']);
  const { locale } = useLanguage();
  return (key) => {
    if (key === '') return t('mixes.unknown');
    if (property === 'COUNTRY') return countryName(key, locale);
    return property === 'TYPE' ? t(`people:organisationType.${key}` as never) : t(`communities:level.${key}` as never);
  };
}

/** One mix: a bar for each part with its number beside it, the wished share as a mark, and in words what is missing. */
export function MixSection({ mix, communityId, mayEdit }: { mix: Mix; communityId: string; mayEdit: boolean }) {
  const { t } = useTranslation('insights');
  const { locale } = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const name = useKeyName(propertyOf(mix.mix));
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const shares = [...mix.shares].sort((a, b) => (b.count ?? 2.5) - (a.count ?? 2.5) || name(a.key).localeCompare(name(b.key), locale));
  const most = Math.max(1, ...shares.map(({ count }) => count ?? 0), ...shares.map((one) => ((one.wishedPercent ?? 0) / 100) * mix.total));
  const missing = shares.filter(({ isMissing }) => isMissing);
  return (
    <section aria-label={t(`mixes.${mix.mix}`)} className="stack g3">
      <h3>{t(`mixes.${mix.mix}`)}</h3>
      {shares.length === 0 ? (
        <p className="small ink2">{t('mixes.none')}</p>
      ) : (
        <table className="mix small">
          <thead>
            <tr>
              <th scope="col">{t(`mixes.key.${propertyOf(mix.mix)}`)}</th>
              <th scope="col" className="num">
                {t('mixes.count')}
              </th>
              <th scope="col" className="num">
                {t('mixes.wished')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ key, count, wishedPercent }) => (
              <tr key={key}>
                <th scope="row">
                  {name(key)}
                  <svg className="mixbar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
                    <rect width={((count ?? 0) / most) * 100} height="6" className={count === null ? '' : 'mixcount'} />
                    {wishedPercent !== null && mix.total > 0 && (
                      <rect x={Math.min(99, (((wishedPercent / 100) * mix.total) / most) * 100)} width="1" height="6" className="mixwish" />
                    )}
                  </svg>
                </th>
                <td className="num">{count === null ? <span title={t('mixes.fewWhy')}>{t('mixes.few')}</span> : number.format(count)}</td>
                <td className="num ink2">{wishedPercent === null ? '' : percent.format(wishedPercent / 100)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing.length > 0 && (
        <p className="small">
          <b>{t('mixes.missing', { names: new Intl.ListFormat(locale).format(missing.map(({ key }) => name(key))) })}</b>
        </p>
      )}
      {mayEdit &&
        (isEditing ? (
          <WishForm mix={mix} communityId={communityId} name={name} onDone={() => setEditing(false)} />
        ) : (
          <div>
            <button type="button" className="textbutton" onClick={() => setEditing(true)}>
              {t('mixes.wish')}
            </button>
          </div>
        ))}
    </section>
  );
}

function WishForm({
  mix,
  communityId,
  name,
  onDone,
}: {
  mix: Mix;
  communityId: string;
  name: (key: string) => string;
  onDone: () => void;
}) {
  const { t } = useTranslation(['insights', 'shell']);
  const { locale } = useLanguage();
  const { write, isWriting, failure } = useWrite(SetWishedMixDocument, { keyed: false });
  const [wishes, setWishes] = useState(
    mix.shares.flatMap(({ key, wishedPercent }) => (wishedPercent === null ? [] : [{ key, percent: wishedPercent as number | string }])),
  );
  const free = keysOf[propertyOf(mix.mix)].filter((key) => !wishes.some((wish) => wish.key === key));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const shares = wishes.filter(({ percent }) => Number(percent) > 0).map(({ key, percent }) => ({ key, percent: Number(percent) }));
    if (await write({ communityId, mix: mix.mix, shares })) onDone();
  };
  return (
    <form className="stack g3" onSubmit={(event) => void save(event)} noValidate>
      <p className="tiny ink2">{t('mixes.wishWhy')}</p>
      {wishes.map(({ key, percent }, at) => (
        <NumberInput
          key={key}
          label={name(key)}
          suffix=" %"
          min={0}
          max={100}
          allowDecimal={false}
          value={percent}
          onChange={(value) => setWishes((all) => all.map((one, i) => (i === at ? { key, percent: value } : one)))}
        />
      ))}
      <Select
        label={t('mixes.add')}
        data={free.map((key) => ({ value: key, label: name(key) })).sort(byLabel(locale))}
        value={null}
        searchable
        onChange={(key) => key && setWishes((all) => [...all, { key, percent: 10 }])}
      />
      <WriteTrouble failure={failure} />
      <FormActions go={t('shell:save')} isWriting={isWriting} onCancel={onDone} />
    </form>
  );
}
