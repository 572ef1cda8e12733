import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { call, newKey } from '../kit/api';
import { clockOf, dayOf, now } from '../kit/days';
import { client, useMe, useScenes } from '../kit/queries';
import { ReceiptPaper } from '../kit/ReceiptPaper';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Empty, Failed, Loading } from '../kit/States';
import { Shape, Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { MatterRow, Opened, Scene, Schema } from '../kit/wire';
import { SimilarCard } from '../kit/SimilarCard';
import { Signs } from './Signs';
import { signNote, URGENT_SIGNS, type UrgentSign } from './urgentSigns';

/** What is asked at a window, in the order in which people tell it; the rest is asked by whoever handles it. */
const TOLD = ['words', 'applicant', 'phone', 'helper', 'helperPhone'];
const ASKED = [...TOLD, 'area', 'place', 'occurredAt', 'respondent', 'category'];

function asked(schema: Schema): Schema {
  const names = ASKED.filter((name) => schema.properties[name]);
  // what must be said and isn't in the order above comes after it
  const rest = (schema.required ?? []).filter((name) => !names.includes(name) && name !== 'source');
  const order = [...names, ...rest];
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => order.includes(name))),
    required: (schema.required ?? []).filter((name) => name !== 'source'),
    'x-order': order,
  };
}

/** A matter that somebody at the window may open: it knows who comes in person. */
const atWindow = (scenes: Scene[], roles: string[]): Scene | undefined =>
  scenes.find(
    (scene) =>
      scene.openedBy.some((role) => roles.includes(role.name)) &&
      scene.open.properties['source']?.enum?.includes('VISIT') &&
      scene.open.properties['words'],
  );

interface Taken {
  id: string;
  code: string;
  at: string;
  urgent: boolean;
}

/** What was taken down at this machine today, by number; forgotten with the window of the browser. */
function useTaken(officer: string): [Taken[], (one: Taken) => void] {
  const name = `maple.window.${officer}.${dayOf(now())}`;
  const read = useCallback((): Taken[] => {
    try {
      return JSON.parse(sessionStorage.getItem(name) ?? '[]') as Taken[];
    } catch {
      return [];
    }
  }, [name]);
  const [taken, setTaken] = useState<Taken[]>(read);
  useEffect(() => setTaken(read()), [read]);
  const add = (one: Taken) => {
    const next = [...taken, one];
    setTaken(next);
    try {
      sessionStorage.setItem(name, JSON.stringify(next));
    } catch {
      // then it is known as long as the page is open
    }
  };
  return [taken, add];
}

function Numbers({ taken }: { taken: Taken[] }) {
  const urgent = taken.filter((one) => one.urgent).length;
  return (
    <aside className="card" aria-labelledby="window-today">
      <h2 id="window-today">今天在这台机器上</h2>
      <p className="figures">
        <b>{taken.length}</b> 件登记，其中急的 <b>{urgent}</b> 件
      </p>
      <p className="meta">截至 {clockOf(now())}；别的窗口登记的不在里面，关掉浏览器重新数</p>
      {taken.length > 0 && (
        <ul className="hands">
          {[...taken].reverse().map((one) => (
            <li key={one.id}>
              <Link to={`/desk/matters/${encodeURIComponent(one.id)}`}>{one.code}</Link> {clockOf(one.at)}
              {one.urgent && '，急'}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

/** What became of it: how it stands then, and which signs could not be marked. */
interface After {
  row?: MatterRow;
  left: UrgentSign[];
}

/** Marks the dangers one after the other; where one can't be marked, the others are, and what is left is said. */
async function flagged(opened: Opened, signs: UrgentSign[], told: boolean, words: string): Promise<After> {
  if (opened.matter.type !== 'SEEN') return { left: signs };
  const after: After = { left: [] };
  let version = opened.matter.version;
  for (const sign of signs) {
    const path = { id: opened.matter.id, verb: 'flag' };
    const body = { danger: sign.danger, policeInformed: told, note: signNote(words) };
    try {
      after.row = await call('post', '/api/matters/{id}/moves/{verb}', { path, body, key: newKey(), version });
      version = after.row.version;
    } catch {
      after.left.push(sign);
    }
  }
  return after;
}

function Done({ filed, after, onNext }: { filed: Opened; after: After; onNext: () => void }) {
  const { left, row } = after;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const { matter } = filed;
  const colour = row?.colour ?? (matter.type === 'SEEN' ? matter.colour : undefined);
  return (
    <section aria-label="登记好了">
      <div className="hd">
        <h1>登记好了</h1>
        {colour && <Status tone={colour.name}>{colour.title}</Status>}
      </div>
      <p>{matter.type === 'SEEN' ? `现在是“${matter.stageTitle}”。` : '已交给别的单位。'}查询码和回执打印出来交给本人。</p>
      {left.length > 0 && (
        <div className="refusal" role="alert">
          <Shape tone="orange" />
          <div>
            <p>
              <b>事情登记了，“{left.map((sign) => sign.title).join('、')}”还没有标上</b>
            </p>
            <Link className="btn" to={`/desk/matters/${encodeURIComponent(matter.id)}?move=flag`}>
              现在去标
            </Link>
          </div>
        </div>
      )}
      <ReceiptPaper receipt={filed.receipt} code={matter.code} digits={filed.digits} />
      <div className="acts noprint">
        <button type="button" className="btn primary" ref={next} onClick={onNext}>
          下一位（Alt+N）
        </button>
        {matter.type === 'SEEN' && (
          <Link className="btn" to={`/desk/matters/${encodeURIComponent(matter.id)}`}>
            打开这件事
          </Link>
        )}
      </div>
    </section>
  );
}

function Taking({
  scene,
  area,
  onFiled,
}: {
  scene: Scene;
  area: string;
  onFiled: (filed: Opened, after: After, urgent: boolean) => void;
}) {
  const [values, setValues] = useState<Values>(() => ({ area, occurredAt: `${dayOf(now())}T${clockOf(now())}` }));
  const [signs, setSigns] = useState<string[]>([]);
  const [told, setTold] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const sent = useRef({ body: '', key: '' });
  const schema = asked(scene.open);
  const send = async () => {
    if (busy) return;
    const body = { ...bodyOf(schema, values), source: 'VISIT' };
    const text = JSON.stringify(body);
    if (sent.current.body !== text) sent.current = { body: text, key: newKey() };
    setBusy(true);
    setRefused(null);
    try {
      const path = { scene: scene.name };
      const opened = await call('post', '/api/scenes/{scene}', { path, body, key: sent.current.key });
      const chosen = URGENT_SIGNS.filter((sign) => signs.includes(sign.danger));
      const after = await flagged(opened, chosen, told, String(values['words'] ?? ''));
      for (const queryKey of [['inbox'], ['matters'], ['me']]) void client.invalidateQueries({ queryKey });
      onFiled(opened, after, chosen.length > 0);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="hd">
        <h1>窗口登记</h1>
        <span className="meta">{scene.title}</span>
      </div>
      <Signs chosen={signs} told={told} onChange={setSigns} onTold={setTold} />
      {!!refused && <Refusal reason={refused} />}
      <SimilarCard scene={scene.name} values={values} />
      <SchemaForm schema={schema} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在登记' : '登记（Alt+S）'}
          </button>
        </div>
      </SchemaForm>
    </>
  );
}

/** Somebody stands at the window: listen, look for danger, take it down, hand over the receipt, next. */
export function WindowDesk() {
  useTitle('窗口');
  const me = useMe();
  const scenes = useScenes();
  const [filed, setFiled] = useState<{ opened: Opened; after: After } | null>(null);
  const [count, setCount] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const [taken, add] = useTaken(me.data?.person.id ?? '');
  const next = useCallback(() => {
    setFiled(null);
    setCount((old) => old + 1);
  }, []);
  // the first thing one does is to listen and write
  useEffect(() => {
    if (!filed) box.current?.querySelector('textarea')?.focus();
  }, [filed, count, scenes.data]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.code === 'KeyN' && filed) {
        event.preventDefault();
        next();
      }
      if (event.code === 'KeyS' && !filed) {
        event.preventDefault();
        box.current?.querySelector('form')?.requestSubmit();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [filed, next]);
  if (scenes.isError) return <Failed page reason={scenes.error} what="表单没取到" onRetry={() => void scenes.refetch()} />;
  if (!scenes.data || !me.data) return <Loading page what="表单" />;
  const scene = atWindow(scenes.data.items, me.data.roles);
  const seat = me.data.posts.find((one) => one.id === me.data.post) ?? me.data.posts[0];
  // most of those who come live where the window is; a whole county is no place
  const place = seat && seat.area.path !== me.data.county?.path ? seat.area.path : '';
  if (!scene) {
    return (
      <>
        <h1>窗口</h1>
        <Empty title="您的岗位不在窗口登记">要办的事在“待办”里</Empty>
      </>
    );
  }
  return (
    <div className="windowdesk">
      <div ref={box}>
        {filed ? (
          <Done filed={filed.opened} after={filed.after} onNext={next} />
        ) : (
          <Taking
            key={count}
            scene={scene}
            area={place}
            onFiled={(opened, after, urgent) => {
              setFiled({ opened, after });
              add({ id: opened.matter.id, code: opened.matter.code, at: now().toISOString(), urgent });
            }}
          />
        )}
      </div>
      <Numbers taken={taken} />
    </div>
  );
}
