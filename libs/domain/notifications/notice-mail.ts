/** The kind under which the post office knows the mails of notices. */
export const NOTICE_MAIL = 'notifications.notice';
