import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetLineFragment, SearchKind } from '../gql/search/graphql.js';
import { languageName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { chosenOf, type FacetName, facetNames, kinds, type SearchAddress, toggled } from './address.js';

type Facets = Record<FacetName, FacetLineFragment[]>;

/** By what the results can be narrowed, with how many there are; what is chosen is let go by the same button. */
export function FacetLists({
  facets,
  address,
  onChange,
}: {
  facets: Facets;
  address: SearchAddress;
  onChange: (next: SearchAddress) => void;
}) {
  const { t } = useTranslation('search');
  const { locale } = useLanguage();
  // On a phone five lists would push what was found off the screen.
  const [isOpen, setOpen] = useState(false);
  const names = Object.keys(facetNames) as FacetName[];
  const chosenCount = names.reduce((sum, name) => sum + chosenOf(address, name).length, 0);
  const labelOf = (facet: FacetName, { value, label }: FacetLineFragment) => {
    if (label) return label;
    if (facet === 'kinds') return kinds.some((kind) => kind === value) ? t(`kinds.${value as SearchKind}`) : value;
    return facet === 'languages' ? languageName(value, locale) : value;
  };
  return (
    <div className={isOpen ? 'facets' : 'facets shut'}>
      <Button className="only-phone" variant="default" fullWidth aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {chosenCount > 0 ? t('narrowedBy', { count: chosenCount }) : t('narrow')}
      </Button>
      <div className="facetlists">
        {names.map((name) => {
          const chosen = chosenOf(address, name);
          const lines = facets[name].filter(({ value }) => chosen.includes(value) || facets[name].length > 1);
          if (lines.length === 0) return null;
          return (
            <section key={name} aria-labelledby={`facet-${name}`}>
              <h2 id={`facet-${name}`} className="facethead">
                {t(`facet.${name}`)}
              </h2>
              <ul className="plain">
                {lines.slice(0, 8).map((line) => {
                  const isChosen = chosen.includes(line.value);
                  return (
                    <li key={line.value}>
                      <button
                        type="button"
                        className="facetbutton"
                        aria-pressed={isChosen}
                        onClick={() => onChange(toggled(address, name, line.value))}
                      >
                        <bdi>{labelOf(name, line)}</bdi>
                        {isChosen ? (
                          <IconX size={15} aria-hidden />
                        ) : (
                          <span className="num">{new Intl.NumberFormat(locale).format(line.count)}</span>
                        )}
                      </button>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
