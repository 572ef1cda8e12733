import { useState, type FormEvent } from 'react';
import { call, type Answer } from '../kit/api';
import { Radios } from '../kit/fields/choices';
import { useScenes } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Scene } from '../kit/wire';
import { Entry } from './Entry';
import { Picks, type Pick } from './Picks';
import { PARTS, PROVISIONING } from './tokenWords';
import { useDeed } from './useDeed';

type Use = 'read' | 'act' | 'provision';

const READ = { value: 'read', title: '只看不办', note: '取数、对账、做报表' };
const ACT = { value: 'act', title: '能看能办', note: '替您新开事项、办下一步' };
const PROVISION = {
  value: 'provision',
  title: '人员开通接口（SCIM）',
  note: '县里的身份管理平台给本单位办入职、换岗、离岗；别的都不能做',
};

/** The moves of the chosen scenes, each once; opening a matter is the first of all. */
function movesOf(scenes: Scene[], chosen: string[]): Pick[] {
  const titles = new Map([['open', '新开事项']]);
  for (const scene of scenes)
    if (chosen.includes(scene.name)) for (const move of scene.moves) titles.set(move.verb, move.title);
  return [...titles].map(([value, title]) => ({ value, title }));
}

/** What a token is for, what it may and until when. */
export function TokenForm({
  registrar,
  onIssued,
  onCancel,
}: {
  registrar: boolean;
  onIssued: (issued: Answer<'post', '/api/tokens'>) => void;
  onCancel: () => void;
}) {
  const scenes = useScenes().data?.items ?? [];
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [kind, setKind] = useState<Use>('read');
  const [only, setOnly] = useState<string[]>([]);
  const [verbs, setVerbs] = useState<string[]>([]);
  const [parts, setParts] = useState<string[]>([]);
  const { busy, refused, run, fault } = useDeed();
  const moves = movesOf(scenes, only);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const limits =
        kind === 'provision'
          ? { areas: [PROVISIONING] }
          : {
              readsOnly: kind === 'read',
              scenes: only,
              areas: parts,
              verbs: kind === 'act' ? verbs.filter((verb) => moves.some((move) => move.value === verb)) : [],
            };
      onIssued(await call('post', '/api/tokens', { body: { name, days: Number(days) || 0, ...limits } }));
    });
  };
  return (
    <form onSubmit={submit} className="form more" aria-label="建一个令牌">
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id="token-name"
        title="给哪个程序用"
        autoComplete="off"
        value={name}
        fault={fault('name')}
        onChange={setName}
      />
      <Entry
        id="token-days"
        title="用多少天"
        why="到期自动失效；越短越稳妥"
        inputMode="numeric"
        autoComplete="off"
        value={days}
        fault={fault('days')}
        onChange={setDays}
      />
      <div className="field">
        <p className="label" id="token-kind-label">
          能做什么
        </p>
        <Radios
          id="token-kind"
          labelledBy="token-kind-label"
          options={registrar ? [READ, ACT, PROVISION] : [READ, ACT]}
          value={kind}
          onChange={(value) => setKind(value as Use)}
        />
      </div>
      {kind !== 'provision' && (
        <>
          <Picks
            id="token-scenes"
            title="只限这些业务"
            why="一个都不选，就是您能看的业务都可以"
            options={scenes.map((scene) => ({ value: scene.name, title: scene.title }))}
            chosen={only}
            fault={fault('scenes')}
            onChange={setOnly}
          />
          {kind === 'act' && only.length > 0 && (
            <Picks
              id="token-verbs"
              title="只准办这几步"
              why="一个都不选，就是您能办的都可以"
              options={moves}
              chosen={verbs}
              fault={fault('verbs')}
              onChange={setVerbs}
            />
          )}
          <Picks
            id="token-parts"
            title="只用系统的这几部分"
            why="一个都不选，就是都可以"
            options={Object.entries(PARTS).map(([value, title]) => ({ value, title }))}
            chosen={parts}
            fault={fault('areas')}
            onChange={setParts}
          />
        </>
      )}
      <div className="acts">
        <button className="btn primary" disabled={busy}>
          {busy ? '正在建' : '建立'}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          先不
        </button>
      </div>
    </form>
  );
}
