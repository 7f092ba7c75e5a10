import { useTranslation } from 'react-i18next';
import type { SearchQuery } from '../gql/search/graphql.js';

/** What of the search says nothing, and what to write instead; while one types, only what is finished. */
export function Problems({ problems, isTyping }: { problems: SearchQuery['search']['problems']; isTyping: boolean }) {
  const { t } = useTranslation('search');
  const shown = problems.filter(({ code }) => !isTyping || code === 'TOO_MANY_WORDS');
  if (shown.length === 0) return null;
  return (
    <ul className="plain small searchproblems">
      {shown.map(({ code, operator, value }, index) => (
        <li key={index} dir="auto">
          {t(`problem.${code}`, { value, operator: operator ?? '' })}
        </li>
      ))}
    </ul>
  );
}
