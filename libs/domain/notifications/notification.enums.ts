import { registerEnumType } from '@nestjs/graphql';

/** What happened, from the receiver's point of view. */
export enum NotificationKind {
  MENTION = 'MENTION',
  REPLY = 'REPLY',
  SESSION_CHANGED = 'SESSION_CHANGED',
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  SEAT_MOVED_UP = 'SEAT_MOVED_UP',
  SESSION_REMINDER = 'SESSION_REMINDER',
  ENDORSEMENT_REQUESTED = 'ENDORSEMENT_REQUESTED',
  POSITION_DECIDED = 'POSITION_DECIDED',
  JOIN_REQUESTED = 'JOIN_REQUESTED',
  JOIN_ANSWERED = 'JOIN_ANSWERED',
  INVITED = 'INVITED',
  GROUP_ADDED = 'GROUP_ADDED',
  GROUP_REQUESTED = 'GROUP_REQUESTED',
  GROUP_ANSWERED = 'GROUP_ANSWERED',
  AUDIENCE_ASKED = 'AUDIENCE_ASKED',
  AUDIENCE_DECIDED = 'AUDIENCE_DECIDED',
  SEAT_OFFERED = 'SEAT_OFFERED',
  MANDATE_CHANGED = 'MANDATE_CHANGED',
  SEATS_PROPOSED = 'SEATS_PROPOSED',
  HANDOVER_OFFERED = 'HANDOVER_OFFERED',
}

/** Why it came to this person. */
export enum NotificationReason {
  YOU_WERE_MENTIONED = 'YOU_WERE_MENTIONED',
  YOU_FOLLOW_THREAD = 'YOU_FOLLOW_THREAD',
  YOU_HAVE_SEAT = 'YOU_HAVE_SEAT',
  YOU_WAIT_FOR_SEAT = 'YOU_WAIT_FOR_SEAT',
  YOU_ANSWER_FOR_ORGANISATION = 'YOU_ANSWER_FOR_ORGANISATION',
  YOU_WROTE_IN_POSITION = 'YOU_WROTE_IN_POSITION',
  YOU_COORDINATE = 'YOU_COORDINATE',
  YOU_ASKED_TO_JOIN = 'YOU_ASKED_TO_JOIN',
  YOU_WERE_INVITED = 'YOU_WERE_INVITED',
  YOU_ARE_IN_GROUP = 'YOU_ARE_IN_GROUP',
  YOU_KEEP_GROUP = 'YOU_KEEP_GROUP',
  YOU_WROTE_IN_THREAD = 'YOU_WROTE_IN_THREAD',
  YOU_ASKED_AUTHORS = 'YOU_ASKED_AUTHORS',
  YOU_WERE_CHOSEN = 'YOU_WERE_CHOSEN',
  YOU_ACT_FOR_ORGANISATION = 'YOU_ACT_FOR_ORGANISATION',
  YOU_HOLD_SEAT = 'YOU_HOLD_SEAT',
}

/** How far a kind of notice may come. */
export enum NotificationChannel {
  NONE = 'NONE',
  INBOX = 'INBOX',
  INBOX_AND_MAIL = 'INBOX_AND_MAIL',
}

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notice is about; each kind can be stopped with one click.',
  valuesMap: {
    MENTION: { description: 'Someone named you in a post.' },
    REPLY: { description: 'A reply in a thread you follow.' },
    SESSION_CHANGED: { description: 'A session you have or wait for a seat in was changed.' },
    SESSION_CANCELLED: { description: 'A session you have or wait for a seat in was cancelled.' },
    SEAT_MOVED_UP: { description: 'You moved from the waiting list into a seat.' },
    SESSION_REMINDER: { description: 'A session you have a seat in is near.' },
    ENDORSEMENT_REQUESTED: { description: 'Your organisation is asked whether it stands behind a position.' },
    POSITION_DECIDED: { description: 'The outcome of a position you wrote in or answered was stated.' },
    JOIN_REQUESTED: { description: 'Someone asks to join a community you coordinate.' },
    JOIN_ANSWERED: { description: 'Your request to join was answered.' },
    INVITED: { description: 'You were invited to a community.' },
    GROUP_ADDED: { description: 'A keeper brought you into a group.' },
    GROUP_REQUESTED: { description: 'Someone asks to come into a group you keep.' },
    GROUP_ANSWERED: { description: 'Your request to come into a group was answered.' },
    AUDIENCE_ASKED: { description: 'You are asked whether more people may read a thread you wrote in.' },
    AUDIENCE_DECIDED: { description: 'What you asked the authors of a thread was decided, or taken back.' },
    SEAT_OFFERED: { description: 'A seat of an organisation in a community is kept for you.' },
    MANDATE_CHANGED: { description: 'A seat you hold got a mandate, or lost it.' },
    SEATS_PROPOSED: {
      description: 'A community invites an organisation you act for, or an organisation asks for seats in a community you coordinate.',
    },
    HANDOVER_OFFERED: { description: 'You are asked to take over a seat or a role.' },
  },
});
registerEnumType(NotificationReason, {
  name: 'NotificationReason',
  description: 'Why a notice came to you.',
  valuesMap: {
    YOU_WERE_MENTIONED: { description: 'You were named.' },
    YOU_FOLLOW_THREAD: { description: 'You follow the thread.' },
    YOU_HAVE_SEAT: { description: 'You have a seat.' },
    YOU_WAIT_FOR_SEAT: { description: 'You are on the waiting list.' },
    YOU_ANSWER_FOR_ORGANISATION: { description: 'You may answer for a member organisation.' },
    YOU_WROTE_IN_POSITION: { description: 'You wrote in the position.' },
    YOU_COORDINATE: { description: 'You coordinate or facilitate the community.' },
    YOU_ASKED_TO_JOIN: { description: 'You asked.' },
    YOU_WERE_INVITED: { description: 'You were invited.' },
    YOU_ARE_IN_GROUP: { description: 'You are in the group.' },
    YOU_KEEP_GROUP: { description: 'You keep the group.' },
    YOU_WROTE_IN_THREAD: { description: 'You wrote in the thread.' },
    YOU_ASKED_AUTHORS: { description: 'You asked its authors.' },
    YOU_WERE_CHOSEN: { description: 'You were chosen.' },
    YOU_ACT_FOR_ORGANISATION: { description: 'You may act for the organisation.' },
    YOU_HOLD_SEAT: { description: 'You hold the seat.' },
  },
});
registerEnumType(NotificationChannel, {
  name: 'NotificationChannel',
  description: 'How far a kind of notice may come.',
  valuesMap: {
    NONE: { description: 'Not at all.' },
    INBOX: { description: 'Into the inbox.' },
    INBOX_AND_MAIL: { description: 'Into the inbox, and by mail.' },
  },
});

/** Until a person chooses otherwise: mail only for what cannot wait. */
export const DEFAULT_CHANNEL: Record<NotificationKind, NotificationChannel> = {
  MENTION: NotificationChannel.INBOX_AND_MAIL,
  REPLY: NotificationChannel.INBOX,
  SESSION_CHANGED: NotificationChannel.INBOX_AND_MAIL,
  SESSION_CANCELLED: NotificationChannel.INBOX_AND_MAIL,
  SEAT_MOVED_UP: NotificationChannel.INBOX_AND_MAIL,
  SESSION_REMINDER: NotificationChannel.INBOX_AND_MAIL,
  ENDORSEMENT_REQUESTED: NotificationChannel.INBOX_AND_MAIL,
  POSITION_DECIDED: NotificationChannel.INBOX,
  JOIN_REQUESTED: NotificationChannel.INBOX_AND_MAIL,
  JOIN_ANSWERED: NotificationChannel.INBOX_AND_MAIL,
  INVITED: NotificationChannel.INBOX,
  GROUP_ADDED: NotificationChannel.INBOX_AND_MAIL,
  GROUP_REQUESTED: NotificationChannel.INBOX_AND_MAIL,
  GROUP_ANSWERED: NotificationChannel.INBOX_AND_MAIL,
  AUDIENCE_ASKED: NotificationChannel.INBOX_AND_MAIL,
  AUDIENCE_DECIDED: NotificationChannel.INBOX,
  SEAT_OFFERED: NotificationChannel.INBOX_AND_MAIL,
  MANDATE_CHANGED: NotificationChannel.INBOX_AND_MAIL,
  SEATS_PROPOSED: NotificationChannel.INBOX_AND_MAIL,
  HANDOVER_OFFERED: NotificationChannel.INBOX_AND_MAIL,
};
