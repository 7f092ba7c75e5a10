import { Link } from '@tanstack/react-router';

/** A person's name, which leads to the person. */
export function PersonLink({
  person,
  strong,
  className = '',
}: {
  person: { id: string; name: string };
  strong?: boolean;
  className?: string;
}) {
  const name = <bdi>{person.name}</bdi>;
  return (
    <Link to="/people/$personId" params={{ personId: person.id }} className={`quiet ${className}`}>
      {strong ? <b>{name}</b> : name}
    </Link>
  );
}
