import { useState } from 'react';
import { Link } from 'react-router';
import { dayLong, dayOf, now } from '../kit/days';
import { ClearFilter, DayFilter, PickFilter, useFilter, WordsFilter } from '../kit/Filters';
import { useAbout } from '../kit/queries';
import { Empty, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { More } from '../kit/table/More';
import { useTitle } from '../kit/title';
import type { LawLine } from '../kit/wire';
import { NoLaws, Told } from './LawFrame';
import { useLaws, useLibrary } from './lawQueries';
import { lawPath, STATES, useLawBase } from './lawWords';

const FIELDS = ['q', 'level', 'area', 'state', 'on'] as const;

function Line({ law, base, on }: { law: LawLine; base: string; on: string }) {
  const [tone, word] = STATES[law.state];
  return (
    <li>
      <Link to={lawPath(base, law.id, { on })}>{law.name}</Link>
      <Status plain tone={tone}>
        {word}
      </Status>
      <small>
        {[
          law.level,
          law.areaName,
          `${dayLong(law.from)}起施行`,
          `${law.articles} 条`,
          law.editions > 1 ? `${law.editions} 个版本` : '',
        ]
          .filter(Boolean)
          .join('，')}
      </small>
    </li>
  );
}

/** The library's list: every law once, as it stands on a day. */
export function Laws() {
  useTitle('法规库');
  const base = useLawBase();
  const by = useFilter(FIELDS);
  const on = by.filter['on'] ?? '';
  const about = useAbout();
  const any = useLibrary();
  const list = useLaws(by.filter);
  const laws = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const county = about.data?.county;
  const [wide] = useState(() => matchMedia('(min-width: 821px)').matches);
  return (
    <>
      <h1>法规库</h1>
      <p className="meta" role="status">
        {first
          ? `${first.total} 部，按${on ? dayLong(on) : `今天（${dayLong(dayOf(now()))}）`}的法算`
          : '每一部的每一个版本都在，可以看任何一天的法'}
      </p>
      <div className="lawfilters">
        <WordsFilter id="l-q" name="q" label="法律名称、简称、拼音首字母" by={by} />
      </div>
      <details className="lawmore noprint" open={wide || Object.keys(by.filter).some((name) => name !== 'q')}>
        <summary>按层级、地方、哪一天的法来找</summary>
        <div className="lawfilters">
        <PickFilter
          id="l-level"
          name="level"
          label="层级"
          by={by}
          options={(first?.levels ?? []).map(({ level, laws: count }) => [level, `${level}（${count}）`])}
        />
        {county && (
          <PickFilter
            id="l-area"
            name="area"
            label="哪里的"
            by={by}
            any="各地的都要"
            options={[[county.path, `全国的和${county.name}的`]]}
          />
        )}
        <PickFilter
          id="l-state"
          name="state"
          label="有效还是失效"
          by={by}
          any="有效的"
          options={[
            ['FUTURE', '尚未施行的'],
            ['REPEALED', '已失效的'],
            ['ALL', '全部'],
          ]}
        />
        <DayFilter id="l-on" name="on" label="按哪一天的法" by={by} />
        </div>
      </details>
      {list.isError && <Told reason={list.error} what="法规没取到" onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading what="法规" rows={5} />}
      {first && laws.length > 0 && (
        <ul className="lawlist">
          {laws.map((law) => (
            <Line key={law.id} law={law} base={base} on={on} />
          ))}
        </ul>
      )}
      {first &&
        laws.length === 0 &&
        (any ? (
          <Empty title="这样筛没有法律" action={<ClearFilter by={by} />}>
            换个名称，或者把层级、日期放宽
          </Empty>
        ) : (
          <NoLaws />
        ))}
      <More page={list} what="法规" />
    </>
  );
}
