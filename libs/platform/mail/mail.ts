/** A piece of a mail. All mails are made of these, so that they look alike, read right to left where they must, and have the same words as plain text. */
export type MailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Something to type in: shown large, in groups. */
  | { kind: 'code'; text: string }
  /** A link that opens a page; it never acts by itself. */
  | { kind: 'button'; text: string; url: string }
  /** From what to what, when and where: a name and a value a line. */
  | { kind: 'facts'; facts: { name: string; value: string }[] }
  /** Small print. */
  | { kind: 'note'; text: string };

/** What a mail says, in one language. */
export interface MailContent {
  /** Tells nothing that a stranger who sees the screen should not know. */
  subject: string;
  blocks: MailBlock[];
  /** Why this person gets it, as its last line. */
  reason?: string;
  /** A calendar entry that goes with it. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; text: string };
  /** Address for one-click unsubscribing (RFC 8058): answers POST without signing in. */
  unsubscribeUrl?: string;
}

/** To whom a mail goes; the language is that of its texts. */
export interface MailEnvelope {
  id: string;
  to: string;
  language: string;
}

/**
 * Makes the mail when it is about to be sent, so that it says how things stand then. Null: it is not right any more to send it
 * (the person left, the session was called off), and it is dropped.
 */
export type ComposeMail<Params extends object = object> = (
  params: Params,
  envelope: MailEnvelope,
) => MailContent | null | Promise<MailContent | null>;

/** A last look at a written mail: it goes as answered, or not at all (null). */
export type ReviewMail<Params extends object = object> = (
  params: Params,
  content: MailContent,
) => MailContent | null | Promise<MailContent | null>;

/** A mail to one person. */
export interface OutgoingMail {
  /** A kind that a module defined, e.g. `people.sign-in`. */
  kind: string;
  to: string;
  language: string;
  /** What compose needs; ids rather than texts. Kept only until the mail is sent. */
  params?: object;
  /** A mail that is of no use later, such as a code: dropped when it could not be sent in time. */
  expiresAt?: Date;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The writing direction of a language. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr');
