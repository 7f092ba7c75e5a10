import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FamilyMemberFragment, FamilyPartsFragment } from '../../gql/communities/graphql.js';
import './family.css';

/** Where a community hangs: what it is part of, its own parts, and theirs. Drawn with lines, read as nested lists. */
export function FamilyTree({ family }: { family: FamilyPartsFragment }) {
  const { t } = useTranslation('family');
  const own = (
    <li>
      <span className="familynode self" aria-current="true">
        <bdi>{family.name}</bdi>
      </span>
      {(family.parts.length > 0 || family.circle) && (
        <ul>
          {family.circle && (
            <li>
              <Node member={family.circle} label={t('tree.circle')} />
            </li>
          )}
          {family.parts.map((part) => (
            <li key={part.id}>
              <Node member={part} />
              {part.parts.length > 0 && (
                <ul>
                  {part.parts.map((inner) => (
                    <li key={inner.id}>
                      <Node member={inner} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
  const above = [family.parent?.parent, family.parent].filter((one): one is NonNullable<typeof one> => Boolean(one));
  const drawn = above.reduceRight(
    (inner, member) => (
      <li>
        <Node member={member} />
        <ul>{inner}</ul>
      </li>
    ),
    own,
  );
  return (
    <ul className="familytree" aria-label={t('tree.label')}>
      {drawn}
    </ul>
  );
}

function Node({ member, label }: { member: FamilyMemberFragment; label?: string }) {
  const { t } = useTranslation(['family', 'communities']);
  return (
    <span className="familynode">
      <Link to="/c/$slug" params={{ slug: member.slug }}>
        <bdi>{member.name}</bdi>
      </Link>{' '}
      <span className="tiny ink2">
        {label ?? t(`communities:kind.${member.kind}`)} · {t('communities:row.members', { count: member.memberCount })}
        {member.archivedAt && <> · {t('archived.mark')}</>}
      </span>
    </span>
  );
}
