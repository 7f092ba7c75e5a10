import { Injectable } from '@nestjs/common';
import { Communities } from '#domain/communities';
import { Vocabulary, wordIn } from '#domain/vocabulary';
import type { SearchFacet, SearchFacets } from './search.entity.js';

/** A line of the counts, as the index gives them. */
export interface FoundFacet {
  facet: keyof SearchFacets;
  value: string;
  count: number;
}

/** Gives communities and themes their names. */
@Injectable()
export class FacetWords {
  constructor(
    private readonly communities: Communities,
    private readonly vocabulary: Vocabulary,
  ) {}

  async sorted(found: readonly FoundFacet[], language: string): Promise<SearchFacets> {
    const of = (facet: keyof SearchFacets) => found.filter((one) => one.facet === facet);
    const plain = (facet: keyof SearchFacets): SearchFacet[] => of(facet).map(({ value, count }) => ({ value, label: null, count }));
    const named = async (facet: keyof SearchFacets, names: (ids: string[]) => Promise<(string | null)[]>): Promise<SearchFacet[]> => {
      const values = of(facet);
      if (values.length === 0) return [];
      const labels = await names(values.map(({ value }) => value));
      return values.flatMap(({ value, count }, index) => (labels[index] ? [{ value, label: labels[index], count }] : []));
    };
    const [communities, themes] = await Promise.all([
      named('communities', async (ids) => (await this.communities.communitiesByIds(ids)).map((community) => community?.name ?? null)),
      named('themes', async (ids) => (await this.vocabulary.termsByIds(ids)).map((term) => (term ? wordIn(term.labels, language) : null))),
    ]);
    const years = plain('years').sort((a, b) => Number(b.value) - Number(a.value));
    return { kinds: plain('kinds'), communities, years, languages: plain('languages'), themes };
  }
}
