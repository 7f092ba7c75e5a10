import { useQuery } from '@apollo/client/react';
import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { More } from '../../design/more.js';
import { Empty } from '../../design/states.js';
import { FeeFrameDocument, FeeSheetDocument, type FeePayers, type FeeState } from '../../gql/communities/graphql.js';
import { CommunityFrame, type CommunityHead } from '../community-frame.js';
import { FeeLineText } from './fee-text.js';
import { FeeRuleForm } from './fee-rule-form.js';
import { feeStates, NoteForm } from './note-form.js';
import './fees.css';

/** Who owes what: notes for coordinators, one period at a time. */
export function FeesScreen() {
  const { t } = useTranslation('fees');
  const { slug } = useParams({ from: '/c/$slug/fees' });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {(community) =>
        community.viewerCan.includes('EDIT') ? <Fees community={community} /> : <Empty title={t('notYours')}>{t('notYoursWhy')}</Empty>
      }
    </CommunityFrame>
  );
}

function Fees({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('fees');
  const search = useSearch({ from: '/c/$slug/fees' });
  const navigate = useNavigate();
  const found = useQuery(FeeFrameDocument, { variables: { slug: community.slug } });
  const show = (more: Partial<typeof search>) =>
    void navigate({ to: '/c/$slug/fees', params: { slug: community.slug }, search: { ...search, ...more }, replace: true });
  return (
    <Loaded query={found} shape="list">
      {({ community: { feePeriods, feeRule } }) => {
        const period = search.period ?? feePeriods[0] ?? String(new Date().getFullYear());
        const of: FeePayers = search.of === 'MEMBERS' ? 'MEMBERS' : 'ORGANISATIONS';
        const state = feeStates.find((one) => one === search.state);
        return (
          <div className="sections">
            <section className="stack g4" aria-labelledby="fees">
              <div className="stack g1">
                <h2 id="fees">{t('title')}</h2>
                <p className="measure ink2">{t('why')}</p>
              </div>
              <div className="feechoice">
                <Period key={period} period={period} known={feePeriods} onChange={(chosen) => show({ period: chosen })} />
                <SegmentedControl
                  aria-label={t('whose')}
                  value={of}
                  onChange={(chosen) => show({ of: chosen as FeePayers })}
                  data={(['ORGANISATIONS', 'MEMBERS'] as const).map((value) => ({ value, label: t(`of.${value}`) }))}
                />
                <Select
                  label={t('which')}
                  clearable
                  placeholder={t('all')}
                  value={state ?? null}
                  onChange={(chosen) => show({ state: chosen ?? undefined })}
                  data={feeStates.map((value) => ({ value, label: t(`state.${value}`) }))}
                />
              </div>
              <Sheet key={`${period} ${of} ${state}`} community={community} period={period} of={of} state={state} />
            </section>
            <section className="narrowform">
              <FeeRuleForm communityId={community.id} rule={feeRule} />
            </section>
          </div>
        );
      }}
    </Loaded>
  );
}

/** A period is a word of one's own: a year, a quarter; those in use are offered. */
function Period({ period, known, onChange }: { period: string; known: string[]; onChange: (period: string) => void }) {
  const { t } = useTranslation('fees');
  const [text, setText] = useState(period);
  const done = () => text.trim() && text.trim() !== period && onChange(text.trim());
  return (
    <>
      <TextInput
        label={t('period')}
        maxLength={20}
        dir="auto"
        list="feeperiods"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={done}
        onKeyDown={({ key }) => key === 'Enter' && done()}
      />
      <datalist id="feeperiods">
        {known.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Sheet({ community, period, of, state }: { community: CommunityHead; period: string; of: FeePayers; state: FeeState | undefined }) {
  const { t } = useTranslation(['fees', 'shell']);
  const [chosen, setChosen] = useState<string[]>([]);
  const found = useQuery(FeeSheetDocument, {
    variables: { slug: community.slug, period, of, first: 100, ...(state && { state }) },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded query={found} shape="list">
      {({ community: { feeLines } }) =>
        feeLines.nodes.length === 0 ? (
          <Empty title={t('none')}>{null}</Empty>
        ) : (
          <div className="stack g4">
            <Checkbox
              label={t('chooseAll', { count: feeLines.nodes.length })}
              checked={chosen.length === feeLines.nodes.length}
              indeterminate={chosen.length > 0 && chosen.length < feeLines.nodes.length}
              onChange={({ currentTarget }) =>
                setChosen(currentTarget.checked ? feeLines.nodes.map(({ payerId }) => payerId).slice(0, 200) : [])
              }
            />
            {chosen.length > 0 && (
              <NoteForm
                communityId={community.id}
                period={period}
                of={of}
                chosen={chosen}
                onNoted={() => {
                  setChosen([]);
                  void found.refetch();
                }}
              />
            )}
            <ul className="plain">
              {feeLines.nodes.map((line) => (
                <li key={line.id} className="feerow rowline">
                  <Checkbox
                    aria-label={t('choose', { name: line.name })}
                    checked={chosen.includes(line.payerId)}
                    onChange={({ currentTarget }) =>
                      setChosen((before) =>
                        currentTarget.checked ? [...before, line.payerId] : before.filter((one) => one !== line.payerId),
                      )
                    }
                  />
                  <span>
                    <bdi>{line.name}</bdi>{' '}
                    {line.organisationName && (
                      <span className="small ink2">
                        <bdi>{line.organisationName}</bdi>
                      </span>
                    )}
                  </span>
                  <span className="small stack g1">
                    <FeeLineText fee={line.fee} />
                    {line.fee?.note && (
                      <span className="ink3" dir="auto">
                        {line.fee.note}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <More query={found} pageInfo={feeLines.pageInfo} />
          </div>
        )
      }
    </Loaded>
  );
}
