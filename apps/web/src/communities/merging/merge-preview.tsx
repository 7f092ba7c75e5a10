import { useTranslation } from 'react-i18next';
import { Trouble } from '../../design/states.js';
import type { MergePreviewPartsFragment } from '../../gql/communities/graphql.js';
import { Scrolling } from '../../design/scrolling.js';
import { useLanguage } from '../../i18n/use-language.js';
import { MergeForm } from './merge-form.js';

/** What would happen, in numbers and sentences: before anything is done that cannot be undone. */
export function MergePreview({ preview }: { preview: MergePreviewPartsFragment }) {
  const { t } = useTranslation('merging');
  const { community, into, members, membersOfBoth, groups, rule, effects, obstacles, mayMerge } = preview;
  const names = { community: community.name, into: into.name };
  return (
    <>
      {obstacles.length > 0 && (
        <Trouble title={t('obstacle.title')}>
          <ul className="plain stack g1">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{t(`obstacle.${obstacle}`, names)}</li>
            ))}
          </ul>
        </Trouble>
      )}
      <section aria-labelledby="who" className="stack g3">
        <h2 id="who">{t('who.title')}</h2>
        <ul className="mergefacts stack g2">
          <li>
            {t('who.members', { count: members, ...names })} {membersOfBoth > 0 && t('who.both', { count: membersOfBoth, ...names })}
          </li>
          <li>{t(`rule.${rule}`, names)}</li>
          <li>{t('rule.closed', names)}</li>
          {groups > 0 && <li>{t('who.groups', { count: groups })}</li>}
          <li>{t('who.history', names)}</li>
        </ul>
      </section>
      <section aria-labelledby="effects" className="stack g3">
        <h2 id="effects">{t('effect.title')}</h2>
        <ul className="mergefacts stack g2">
          {effects.map((effect) => (
            <li key={effect}>{t(`effect.${effect}`, names)}</li>
          ))}
        </ul>
      </section>
      <Counts preview={preview} />
      {!mayMerge && <p className="ink2 measure">{t('form.onlyLook')}</p>}
      {mayMerge && obstacles.length === 0 && <MergeForm preview={preview} />}
    </>
  );
}

function Counts({ preview: { counts, into } }: { preview: MergePreviewPartsFragment }) {
  const { t } = useTranslation('merging');
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const there = counts.filter(({ intoCommunity, intoGroup, stays }) => intoCommunity + intoGroup + stays > 0);
  if (there.length === 0) return null;
  const cell = (count: number) => <td className="num">{count > 0 ? number.format(count) : '–'}</td>;
  return (
    <section aria-labelledby="counts" className="stack g3">
      <h2 id="counts">{t('count.title')}</h2>
      <Scrolling className="mergetable" label={t('count.title')}>
        <table className="small">
          <thead>
            <tr>
              <th scope="col">{t('count.what')}</th>
              <th scope="col" className="num">
                <bdi>{into.name}</bdi>
              </th>
              <th scope="col" className="num">
                {t('count.group')}
              </th>
              <th scope="col" className="num">
                {t('count.stays')}
              </th>
            </tr>
          </thead>
          <tbody>
            {there.map(({ thing, intoCommunity, intoGroup, stays }) => (
              <tr key={thing}>
                <th scope="row">{t(`thing.${thing}`)}</th>
                {cell(intoCommunity)}
                {cell(intoGroup)}
                {cell(stays)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <p className="small ink2">{t('count.staysWhat')}</p>
    </section>
  );
}
