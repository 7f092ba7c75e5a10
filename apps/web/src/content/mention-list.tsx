import { VisuallyHidden } from '@mantine/core';
import type { MentionOptions } from '@tiptap/extension-mention';
import { useId, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { PersonFace } from '../design/who.js';

/** Someone who may be mentioned. */
export type MentionablePerson = { id: string; name: string; headline?: string | null; pictureUrl?: string | null };

/** Finds those whose name begins so. */
export type FindPeople = (text: string) => Promise<MentionablePerson[]>;

type Shown = {
  people: MentionablePerson[];
  at: number;
  top: number;
  bottom: number;
  start: number;
  choose: (person: MentionablePerson) => void;
};

/** The open list of names while one types after an @; the editor's keys move in it and never leave the text. */
export class MentionList {
  private shown: Shown | null = null;
  private readonly watchers = new Set<() => void>();

  private findPeople: FindPeople = () => Promise.resolve([]);

  /** Whom to ask for names. */
  ask(findPeople: FindPeople | undefined): void {
    if (findPeople) this.findPeople = findPeople;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly read = (): Shown | null => this.shown;

  readonly suggestion: MentionOptions<MentionablePerson>['suggestion'] = {
    char: '@',
    debounce: 120,
    items: ({ query }) => this.findPeople(query).catch(() => []),
    render: () => ({
      onStart: (props) =>
        this.show(props.items, props.clientRect?.() ?? null, (person) => props.command({ id: person.id, label: person.name } as never)),
      onUpdate: (props) =>
        this.show(props.items, props.clientRect?.() ?? null, (person) => props.command({ id: person.id, label: person.name } as never)),
      onKeyDown: ({ event }) => this.press(event),
      onExit: () => this.become(null),
    }),
  };

  /** Moves the choice, or takes the person under it. */
  private press({ key }: KeyboardEvent): boolean {
    const { shown } = this;
    if (!shown) return false;
    if (key === 'Escape') {
      this.become(null);
      return true;
    }
    const count = shown.people.length;
    if (count === 0) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.become({ ...shown, at: (shown.at + (key === 'ArrowDown' ? 1 : count - 1)) % count });
      return true;
    }
    const person = shown.people[shown.at];
    if ((key !== 'Enter' && key !== 'Tab') || !person) return false;
    shown.choose(person);
    return true;
  }

  private show(people: MentionablePerson[], rect: DOMRect | null, choose: Shown['choose']): void {
    if (!rect) return;
    this.become({ people, at: 0, top: rect.top, bottom: rect.bottom, start: rect.left, choose });
  }

  private become(shown: Shown | null): void {
    this.shown = shown;
    this.watchers.forEach((watcher) => watcher());
  }
}

/** Draws the list where the @ stands, above or below the line, wherever there is room. */
export function Mentions({ list }: { list: MentionList }) {
  const { t } = useTranslation('content');
  const id = useId();
  const shown = useSyncExternalStore(list.watch, list.read);
  if (!shown) return null;
  const goesUp = shown.bottom + 300 > window.innerHeight && shown.top > 300;
  const place = {
    left: Math.max(16, Math.min(shown.start, window.innerWidth - 260)),
    ...(goesUp ? { bottom: window.innerHeight - shown.top + 6 } : { top: shown.bottom + 6 }),
  };
  const present = shown.people[shown.at];
  return createPortal(
    <>
      <div className="mentions" role="listbox" aria-label={t('mention.people')} style={place}>
        {shown.people.map((person, i) => (
          <div
            key={person.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === shown.at}
            onMouseDown={(event) => {
              event.preventDefault();
              shown.choose(person);
            }}
          >
            <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
            <span>
              <bdi>{person.name}</bdi>
              {person.headline && (
                <span className="tiny ink2" dir="auto" style={{ display: 'block' }}>
                  {person.headline}
                </span>
              )}
            </span>
          </div>
        ))}
        {shown.people.length === 0 && (
          <div className="small ink2 none" role="option" aria-selected={false} aria-disabled>
            {t('mention.nobody')}
          </div>
        )}
      </div>
      <VisuallyHidden role="status">
        {present ? t('mention.at', { name: present.name, place: shown.at + 1, total: shown.people.length }) : t('mention.nobody')}
      </VisuallyHidden>
    </>,
    document.body,
  );
}
