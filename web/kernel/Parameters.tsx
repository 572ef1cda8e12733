import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call, newKey } from '../kit/api';
import { arrive } from '../kit/arrive';
import { dayLong } from '../kit/days';
import { PickFilter, useFilter } from '../kit/Filters';
import { client, useMe, useParameters, useScenes } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { ParameterEntry, ParameterShown, Schema } from '../kit/wire';
import { Cited } from '../laws/Cited';
import { numberWords } from './numberWords';
import { Proposals } from './Proposals';
import { useDeed } from './useDeed';

const TERMS = '数加单位：D 日、WD 工作日、M 月、Y 年、H 小时，比如 10WD';

const FIELDS = ['group'] as const;

/** What numbers of the kernel are about, by the first word of their names; a kind of matter has its own title. */
const ABOUT: Record<string, string> = {
  access: '登录和访问',
  alerts: '提醒',
  matters: '各类事项共用',
  people: '当事人信息',
};

function groupsOf(items: ParameterShown[], titles: Map<string, string>): [string, ParameterShown[]][] {
  const groups = new Map<string, ParameterShown[]>();
  for (const one of items) {
    const first = one.parameter.name.split('.')[0] ?? '';
    const title = titles.get(first) ?? ABOUT[first] ?? '其他';
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  return [...groups];
}

function formOf(shown: ParameterShown): Schema {
  const { kind, unit } = shown.parameter;
  return {
    properties: {
      value: {
        type: 'string',
        title: unit ? `改成多少（${unit}）` : '改成多少',
        'x-kind': 'text',
        maxLength: 500,
        ...(kind === 'TERM' || kind === 'SPAN' ? { 'x-why': TERMS } : {}),
      },
      from: { type: 'string', title: '从哪一天起', 'x-kind': 'date' },
      until: { type: 'string', title: '到哪一天止', 'x-kind': 'date', 'x-why': '一直有效就不填' },
      article: {
        type: 'string',
        title: '依据的条文',
        'x-kind': 'text',
        maxLength: 300,
        'x-why': '本地规定没有条文就不填',
      },
      reason: { type: 'string', title: '为什么改', 'x-kind': 'text', maxLength: 500, 'x-why': '决定的人会看到' },
    },
    required: ['value', 'from', 'reason'],
    'x-order': ['value', 'from', 'until', 'article', 'reason'],
  };
}

function saidOf(name: string, values: Values): ParameterEntry {
  const text = (field: string) => String(values[field] ?? '').trim();
  const article = text('article');
  return {
    name,
    value: text('value'),
    from: text('from') || null,
    until: text('until') || null,
    article: article || null,
    verification: article ? 'UNVERIFIED' : 'LOCAL_DEFAULT',
    reason: text('reason'),
  };
}

function ProposeForm({ shown, onDone, onClose }: { shown: ParameterShown; onDone: () => void; onClose: () => void }) {
  const [values, setValues] = useState<Values>({});
  const [key] = useState(newKey);
  const { busy, refused, run } = useDeed();
  const { parameter } = shown;
  const send = () =>
    void run(async () => {
      await call('post', '/api/parameters/proposals', { body: saidOf(parameter.name, values), key });
      await client.invalidateQueries();
    }).then((done) => {
      if (done) onDone();
    });
  return (
    <section className="card" style={{ margin: '0 0 18px', padding: 16 }} aria-labelledby="propose">
      <h2 id="propose" tabIndex={-1} ref={arrive}>
        提议改“{parameter.title}”
      </h2>
      <p className="meta" style={{ margin: '6px 0 12px' }}>
        现在是 {numberWords(parameter.value, parameter.unit)}。提出后不马上生效，要本区域的另一位法制员同意。
      </p>
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={formOf(shown)} values={values} onChange={setValues} onSubmit={send} refused={refused}>
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在提交' : '提出'}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            先不
          </button>
        </div>
      </SchemaForm>
    </section>
  );
}

function Row({ shown, onPropose }: { shown: ParameterShown; onPropose: (() => void) | null }) {
  const { parameter } = shown;
  const law = shown.overrides.find((one) => one.conflict);
  return (
    <tr>
      <td className="tt wide">
        {parameter.title}
        <small>{parameter.name}</small>
      </td>
      <td>
        <b>{numberWords(parameter.value, parameter.unit)}</b>
        <small className="doer near">从 {dayLong(parameter.from)} 起</small>
      </td>
      <td className="wide">
        {parameter.article ? <Cited words={parameter.article} /> : shown.verificationTitle}
        {parameter.article && <small className="doer">{shown.verificationTitle}</small>}
        {parameter.approver && (
          <small className="doer">
            {parameter.author}提出，{parameter.approver}同意
          </small>
        )}
        {law && <small className="doer fault">与法条写明的 {numberWords(law.value, parameter.unit)} 不同</small>}
      </td>
      <td>
        {onPropose && (
          <button type="button" className="btn sm" aria-label={`提议改 ${parameter.title}`} onClick={onPropose}>
            提议改
          </button>
        )}
      </td>
    </tr>
  );
}

/** The numbers of the law and of local policy; changing one takes two. */
export function Parameters() {
  useTitle('参数');
  const me = useMe();
  const post = me.data?.posts.find((one) => one.id === me.data.post) ?? me.data?.posts[0];
  const found = useParameters(post?.area.path ?? '');
  const scenes = useScenes();
  const [search] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const by = useFilter(FIELDS);
  const [asked, setAsked] = useState<ParameterShown | null>(null);
  const [done, setDone] = useState('');
  if (found.isError) return <Failed page reason={found.error} what="参数没取到" onRetry={() => void found.refetch()} />;
  if (!found.data || !me.data) return <Loading page what="参数" rows={5} />;
  const titles = new Map((scenes.data?.items ?? []).map((scene) => [scene.name, scene.title]));
  const propose = (shown: ParameterShown) => {
    setAsked(shown);
    setDone('');
    window.scrollTo({ top: 0 });
  };
  const decides = me.data.roles.includes('kernel.legal-officer');
  const fits = found.data.items.filter(({ parameter }) =>
    `${parameter.title} ${parameter.name} ${parameter.article ?? ''}`.includes(words.trim()),
  );
  const groups = groupsOf(fits, titles).filter(([title]) => !by.filter['group'] || title === by.filter['group']);
  return (
    <div style={{ maxWidth: 960 }}>
      <div className="hd">
        <h1>参数</h1>
      </div>
      <p className="meta" style={{ marginBottom: 14 }}>
        期限、次数和金额照这里的数算。改一个数要两个人：一位法制员提出，本区域的另一位同意，才录入。
      </p>
      <div role="status">
        {done && (
          <p className="intact" style={{ marginBottom: 12 }}>
            {done}
          </p>
        )}
      </div>
      {asked && (
        <ProposeForm
          key={asked.parameter.version}
          shown={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setDone(`“${asked.parameter.title}”的提议交了，等另一位法制员决定。`);
            setAsked(null);
          }}
        />
      )}
      <Proposals decides={decides} />
      <h2 style={{ marginBottom: 8 }}>{post?.area.name}现在用的数</h2>
      <div className="filters">
        <div>
          <label htmlFor="p-words">找参数：名称、条文</label>
          <input
            id="p-words"
            className="in"
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <PickFilter
          id="p-group"
          name="group"
          label="管什么的"
          by={by}
          any="全部"
          options={groupsOf(found.data.items, titles).map(([title, items]) => [title, `${title}（${items.length}）`])}
        />
      </div>
      <div className="sheet flow">
        <table>
          <caption className="sr">现在用的数</caption>
          <thead>
            <tr>
              <th>名称</th>
              <th style={{ width: '13em' }}>现在</th>
              <th>依据</th>
              <th style={{ width: '8em' }}>
                <span className="sr">可以办的</span>
              </th>
            </tr>
          </thead>
          {groups.map(([title, items]) => (
            <tbody key={title}>
              <tr className="grp">
                <th colSpan={4} scope="rowgroup">
                  {title}
                </th>
              </tr>
              {items.map((shown) => (
                <Row key={shown.parameter.version} shown={shown} onPropose={decides ? () => propose(shown) : null} />
              ))}
            </tbody>
          ))}
        </table>
        {groups.length === 0 && <p className="none">没有这样的参数，换个词再找。</p>}
      </div>
    </div>
  );
}
