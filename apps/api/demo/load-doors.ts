import {
  CommunitySupport,
  InvitationLink,
  JoinQuestion,
  JoinQuestionKind,
  JoinRequest,
  MembershipRole,
  Welcome,
} from '#domain/communities';
import { WishedShare } from '#domain/insights';
import { hashToken, newToken } from '#platform/auth';
import type { Stage } from './load-demo.js';

const DAY = 86_400_000;

const FIELD = 'In which field do you work with newcomers?';
const WHY = 'What would you like to do together with us?';
const FIELDS = ['Legal advice', 'Language and school', 'Work', 'Health', 'Something else'];

const YEAR_IN_WORDS = `This was the year in which the small towns set the pace. Half of our sessions answered a need that a town with fewer than 20,000 people had raised.

What we did not manage: people who came here themselves still write less than they take part. Next year each session has two hosts, and one of them arrived as a newcomer.`;

/** Who stands at the doors: questions, people who ask to join, a link on a poster; and whom one network would like to have more of. */
export async function loadDoors(stage: Stage): Promise<void> {
  const { database, now } = stage;
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  await database.transaction(async (tx) => {
    for (const place of ['pl-migration-consortium', 'cz-consortium-migrant-ngos']) {
      const of = { communityId: stage.communityId(place) };
      await tx.insert(JoinQuestion, [
        { ...of, position: 0, text: FIELD, kind: JoinQuestionKind.CHOICE, choices: FIELDS, isRequired: true },
        { ...of, position: 1, text: WHY, kind: JoinQuestionKind.TEXT, choices: [], isRequired: false },
      ]);
    }
    const asks = (person: string, days: number, field: string, why: string) => ({
      communityId: stage.communityId('pl-migration-consortium'),
      personId: stage.personId(person),
      message: null,
      answers: [
        { question: FIELD, answer: field },
        { question: WHY, answer: why },
      ],
      createdAt: before(days),
    });
    await tx.insert(JoinRequest, [
      asks('pavla', 3, 'Legal advice', 'We meet the same families on both sides of the border, and want to compare how offices decide.'),
      asks('basma', 1, 'Health', 'I interpret for women in hospitals. I would like to learn how your towns pay for interpreting.'),
    ]);
    await tx.insert(
      WishedShare,
      [
        { key: 'MIGRANT_LED', percent: 25 },
        { key: 'PUBLIC_BODY_LOCAL', percent: 40 },
        { key: 'EDUCATION_PROVIDER', percent: 10 },
      ].map((share) => ({ ...share, communityId: stage.communityId('share-network'), mix: 'ORGANISATIONS_BY_TYPE' })),
    );
    await tx.query(`insert into membership_change (event_id, community_id, by, at) select id, community_id, 1, joined_at from membership
      on conflict do nothing`);
    await tx.insert(Welcome, {
      communityId: stage.communityId('share-network'),
      steps: [
        { text: 'Say who you are and where you work', path: '/c/share-network/discussions' },
        { text: 'Put the next session into your calendar', path: '/c/share-network/sessions' },
        { text: 'Write two lines to your contact', path: '' },
      ],
      reading: [{ text: 'What we asked for last: our positions', path: '/c/share-network/positions' }],
    });
    await tx.query(
      `insert into welcome_contact (membership_id) select id from membership where community_id = $1 and person_id = any($2::uuid[])`,
      [stage.communityId('share-network'), ['leyla', 'oksana', 'fatou'].map((key) => stage.personId(key))],
    );
    await tx.query(`update membership set joined_at = $3 where community_id = $1 and person_id = $2`, [
      stage.communityId('share-network'),
      stage.personId('danylo'),
      before(4),
    ]);
    const share = stage.communityId('share-network');
    await tx.insert(CommunitySupport, {
      communityId: share,
      interpreting: ['ar', 'uk', 'fr'],
      compensation: '25 euros for each session to people who are not paid for coming, and the way there.',
    });
    await tx.query(
      `insert into interpretation_need (membership_id, languages, note)
       select id, '{uk}', 'Slides one day before help me.' from membership where community_id = $1 and person_id = $2`,
      [share, stage.personId('danylo')],
    );
    await tx.query(
      `insert into session_support (session_id, interpreting, compensation)
       select id, '{ar,uk}', '25 euros for people who are not paid for coming.' from session
        where community_id = $1 and state = 'SCHEDULED' and group_id is null order by starts_at desc limit 1`,
      [share],
    );
    // A fee is a note here, as in most networks: one is open, one was waived.
    await tx.query(
      `insert into fee (community_id, organisation_id, period, state, amount, currency, due_on, unpaid_since, noted_at, noted_by_id)
       select $1::uuid, o.organisation_id, '2026', case row_number() over (order by o.organisation_id) % 4 when 0 then 'WAIVED' else 'PAID' end, 150, 'EUR',
              '2026-03-31', null, $2::timestamptz, $3::uuid from community_organisation o where o.community_id = $1`,
      [stage.communityId('share-network'), before(40), stage.personId('ines')],
    );
    await tx.query(
      `insert into fee (community_id, membership_id, period, state, amount, currency, due_on, unpaid_since, noted_at, noted_by_id, note)
       select community_id, id, '2026', 'UNPAID', 30, 'EUR', '2026-03-31', $3::date, $3::timestamptz, $4::uuid, 'By transfer, when it suits you.'
         from membership where community_id = $1 and person_id = $2`,
      [stage.communityId('share-network'), stage.personId('danylo'), before(3), stage.personId('ines')],
    );
    const year = stage.now.getUTCFullYear();
    await tx.query(
      `insert into report_note (community_id, year, version, text, written_by_id, written_at) values ($1, $2, 1, $3, $4, $5)`,
      [stage.communityId('share-network'), year, YEAR_IN_WORDS, stage.personId('ines'), before(12)],
    );
    await tx.insert(InvitationLink, {
      communityId: stage.communityId('share-network'),
      name: 'Poster of the spring school',
      role: MembershipRole.MEMBER,
      tokenHash: hashToken(newToken()),
      createdById: stage.personId('ines'),
      createdAt: before(9),
      expiresAt: before(-21),
      maxUses: 40,
      uses: 6,
    });
  });
}
