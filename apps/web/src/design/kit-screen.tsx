import { Button, Checkbox, NativeSelect, PinInput, SegmentedControl, Skeleton, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCloudOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu, SchemeMenu } from '../shell/wishes.js';
import { Answer, Tally, type AnswerName } from './answer.js';
import { roles } from './colours.js';
import { Level, type LevelName } from './level.js';
import { Page } from './page.js';
import { DateTile, Effort, HereLine, InstantText, RelativeTime, UnreadDot } from './small.js';
import { Empty, ErrorState, Trouble } from './states.js';
import { Steps } from './steps.js';
import { Strip } from './strip.js';
import { CommunityTabs, Crumb } from './way.js';
import { OrganisationFace, PersonFace, UnattributedFace } from './who.js';
import { WhoWillSee } from './who-will-see.js';
import './kit-screen.css';

const levels: LevelName[] = ['public', 'community', 'group', 'unattributed', 'off'];
const answers: AnswerName[] = ['endorse', 'reserve', 'aside', 'object', 'await', 'silent'];
const tally = 'eeeeerraaows'.split('').map((letter, i) => ({
  organisation: `Organisation ${i + 1}`,
  answer: ({ e: 'endorse', r: 'reserve', a: 'aside', o: 'object', w: 'await', s: 'silent' } as const)[letter as 'e'],
}));

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="kitpart stack g3">
      <h2 className="label">{title}</h2>
      {children}
    </section>
  );
}

/** Every component of the design, for eyes, axe and screenshots; scheme and direction by the two menus. Its samples are for developers and stay in English. */
export function KitScreen() {
  const { t } = useTranslation();
  const [level, setLevel] = useState<LevelName>('community');
  const [hourAgo] = useState(() => new Date(Date.now() - 2 * 3_600_000).toISOString());
  return (
    <Page title="The visual language">
      <div className="flex between top">
        <h1>The visual language</h1>
        <div className="flex g1">
          <LanguageMenu />
          <SchemeMenu />
        </div>
      </div>
      <ul className="plain swatches">
        {Object.keys(roles.light).map((role) => (
          <li key={role} className="tiny">
            <span style={{ background: `var(--tl-${role})` }} />
            {role}
          </li>
        ))}
      </ul>
      <div className="kitgrid">
        <Part title="Talk is sans, the record is serif">
          <p dir="ltr">
            We asked three suppliers to wait. That is luck. <span lang="uk">Ми попросили трьох почекати.</span>{' '}
            <bdi lang="ar">طلبنا من ثلاثة الانتظار.</bdi>
          </p>
          <p className="record" dir="ltr" style={{ fontSize: '1.25rem' }}>
            Half of the grant should be paid at signature. <span lang="uk">Половину гранту слід сплатити при підписанні.</span>{' '}
            <bdi lang="ar">يُدفع نصف المنحة عند التوقيع.</bdi>
          </p>
        </Part>
        <Part title="Confidentiality: the more closed, the heavier the frame">
          <div className="flex wrap g3">
            {levels.map((one) => (
              <Level key={one} level={one} community="SHARE Network" />
            ))}
          </div>
        </Part>
        <Part title="Answers: shape, word, then tint">
          <div className="flex wrap g6">
            {answers.map((answer) => (
              <Answer key={answer} answer={answer} />
            ))}
          </div>
        </Part>
        <Part title="Tally: one cell an organisation">
          <Tally answers={tally} label="Answers to the position" />
        </Part>
        <Part title="The through-line">
          <Strip at={3} reached={[true, true, true, true, false, false]} label="Four of six stages: heard, session, finding, position" />
          <p className="record">
            <span className="backed">A sentence that stands on something</span>
            <span className="mark">3</span> and one that does not <span className="mark none">none yet</span>
          </p>
        </Part>
        <Part title="States">
          <Steps
            label="State of the position"
            at={2}
            steps={[
              { label: 'Scoping' },
              { label: 'Drafting' },
              { label: 'Amendments', note: 'until 9 Oct' },
              { label: 'Endorsement' },
              { label: 'Published' },
            ]}
          />
        </Part>
        <Part title="Suggestions">
          <p className="record">
            keep at least <del>a tenth</del> <ins>a fifth</ins> of it, <span className="cmt">with a comment here</span>
          </p>
        </Part>
        <Part title="Unread, effort, presence">
          <div className="flex wrap g4">
            <b className="flex">
              <UnreadDot /> Interpreters in rural health centres
            </b>
            <Effort minutes={2} />
            <span className="flex">
              <PersonFace name="Inês Carvalho" here /> <PersonFace name="Marek" here /> 2 here now
            </span>
          </div>
          <div className="flex wrap g4">
            <OrganisationFace name="Vila Serena" /> organisation <UnattributedFace /> unattributed
          </div>
        </Part>
        <Part title="Way">
          <Crumb>
            <Link to="/communities">Communities</Link>
            <Link to="/c/$slug" params={{ slug: 'share' }}>
              SHARE Network
            </Link>
          </Crumb>
          <CommunityTabs slug="share" name="SHARE Network" counts={{ threadCount: 24, sessionCount: 8, positionCount: 3 }} />
        </Part>
        <Part title="Time">
          <div className="flex g4">
            <DateTile at="2026-11-26T10:00:00Z" />
            <span>
              <InstantText at="2026-11-26T10:00:00Z" />
              <br />
              <span className="ink2">
                <RelativeTime at={hourAgo} />
              </span>
            </span>
          </div>
        </Part>
        <Part title="Actions">
          <div className="flex wrap">
            <Button>Take a seat</Button>
            <Button variant="default">Propose another date</Button>
            <Button variant="subtle">Give it up</Button>
            <Button variant="outline" color="rust">
              Withdraw my answer
            </Button>
            <Button component={Link} to="/communities">
              A link
            </Button>
            <Button variant="default" onClick={() => notifications.show({ message: t('done') })}>
              Toast
            </Button>
          </div>
        </Part>
        <Part title="Fields">
          <TextInput label="Start" defaultValue="10:00" description="In the zone of the session" />
          <TextInput label="End" defaultValue="09:30" error="The end is before the start, 10:00. Which one is right?" />
          <NativeSelect label="Kind" data={['Peer learning', 'Study visit']} />
          <Checkbox label="Only for those with a seat" defaultChecked />
          <Switch label="Single letters act" defaultChecked />
          <SegmentedControl data={['Month', 'List']} aria-label="View" />
          <PinInput length={6} type="number" dir="ltr" placeholder="" getInputProps={(i) => ({ 'aria-label': `Digit ${i + 1}` })} />
        </Part>
        <Part title="Who will see this">
          <WhoWillSee level={level} community="SHARE Network" room="the steering room">
            <NativeSelect
              aria-label="Level"
              value={level}
              data={levels.map((one) => ({ value: one, label: t(`level.${one}.name`) }))}
              onChange={({ currentTarget }) => setLevel(currentTarget.value as LevelName)}
            />
          </WhoWillSee>
        </Part>
        <Part title="Bad line">
          <div className="notice notice-mind">
            <IconCloudOff size={20} aria-hidden />
            <b>{t('line.offline')}</b>
          </div>
        </Part>
        <Part title="Empty">
          <Empty title="No session answers this need yet." action={<Button variant="default">Propose a session</Button>}>
            Propose one: a title and two dates are enough.
          </Empty>
        </Part>
        <Part title="Trouble">
          <Trouble title="Your answer was not saved.">The round closed two minutes ago, at 17:00. Inês can open it again.</Trouble>
          <ErrorState failure={{ code: 'INTERNAL', message: '', fields: {}, reference: 'b3f0-11' }} onRetry={() => undefined} />
        </Part>
        <Part title="Loading keeps the shape, no shimmer">
          <div className="flex top g4">
            <Skeleton height={36} circle />
            <div className="grow stack g2">
              <Skeleton height={12} width="40%" />
              <Skeleton height={12} />
              <Skeleton height={12} width="80%" />
            </div>
          </div>
        </Part>
        <Part title="Here line">
          <HereLine>Since you were here, Thursday: 4 new</HereLine>
        </Part>
      </div>
    </Page>
  );
}
