import { ProblemError } from '../kit/api';
import { localToInstant } from '../kit/days';
import type { Problem } from '../kit/wire';
import { bare, type Draft, type Drafts, type Enclosed, type Held, type Seen } from './draft';

/** What of the server the drafts need. */
export interface Door {
  open(scene: string, body: string, key: string): Promise<{ id: string; code: string; seen: boolean }>;
  hold(matter: string, body: string, key: string, version: number): Promise<void>;
  enclose(matter: string, file: Enclosed, bytes: ArrayBuffer): Promise<void>;
}

/** What is said of a dispute that was sensed on the way. */
export function seenBody(said: Seen): Record<string, unknown> {
  return {
    words: said.words.trim(),
    area: said.area,
    ...(said.place.trim() ? { place: said.place.trim() } : {}),
    ...(said.category ? { category: said.category } : {}),
    occurredAt: localToInstant(said.at),
    source: 'PATROL',
  };
}

export function heldBody(said: Held): Record<string, unknown> {
  const came = said.guests.filter((guest) => guest.came).map(({ no }) => ({ guest: no }));
  const minutes = said.minutes.trim();
  const signed = said.signers
    .map((one) => (one.paper ? `${one.name}（纸上签名，附照片）` : `${one.name}（屏幕签名，文字摘要 ${one.digest.slice(0, 16)}）`))
    .join('；');
  return {
    session: said.session,
    ...(came.length ? { came } : {}),
    ...(minutes ? { minutes } : {}),
    ...(signed ? { signed } : {}),
  };
}

/**
 * Whether there is no answer that decides: no network, an answer cut off, signed out, too fast, the server not well.
 * Then the server may have it or not, and the same is sent again.
 */
function waits(reason: unknown): boolean {
  return !(reason instanceof ProblemError) || reason.status >= 500 || [401, 408, 429].includes(reason.status);
}

const BROKEN: Problem = { title: '没有送成', status: 0, detail: '这台设备上的内容读不出来了。', next: '请重新写一份。' };

const problemOf = (reason: unknown): Problem => (reason instanceof ProblemError ? reason.problem : BROKEN);

export type Ending = 'empty' | 'offline' | 'signed-out';

/** Sends what is ready, in the order in which it was handed over. One that is refused stands aside for the next. */
export async function sendAll(drafts: Drafts, door: Door, told: () => void = () => undefined): Promise<Ending> {
  const waiting = (await drafts.all())
    .filter((draft) => draft.state === 'ready' || draft.state === 'sending')
    .sort((one, two) => (one.readyAt ?? '').localeCompare(two.readyAt ?? ''));
  for (const draft of waiting) {
    try {
      await send(drafts, door, draft.id, told);
    } catch (reason) {
      told();
      return reason instanceof ProblemError && reason.status === 401 ? 'signed-out' : 'offline';
    }
    told();
  }
  return 'empty';
}

/** One draft: first what was said, then what is enclosed. Each step is kept before the next begins. */
async function send(drafts: Drafts, door: Door, id: string, told: () => void): Promise<void> {
  // what is kept now decides, not the list made before: another page may have sent it meanwhile
  const draft = await drafts.change(id, (kept) =>
    kept.state === 'ready' || kept.state === 'sending' ? frozen(kept) : kept,
  );
  if (draft?.state !== 'sending') return;
  told();
  if (!draft.matter && !(await deliver(drafts, door, draft))) return;
  const sent = await enclosed(drafts, door, id, told);
  if (sent) await drafts.arrived(id);
}

/** From now on the server may have it: the same words go under the same key until there is an answer. */
function frozen(draft: Draft): Draft {
  if (draft.matter || draft.body) return { ...draft, state: 'sending' };
  const said = draft.said.kind === 'seen' ? seenBody(draft.said) : heldBody(draft.said);
  return { ...bare(draft), state: 'sending', body: JSON.stringify(said) };
}

async function deliver(drafts: Drafts, door: Door, draft: Draft): Promise<boolean> {
  const { said, body = '', key } = draft;
  try {
    let matter: Draft['matter'];
    if (said.kind === 'seen') matter = await door.open(said.scene, body, key);
    else {
      await door.hold(said.matter, body, key, draft.looked ?? said.version);
      matter = { id: said.matter, code: said.code, seen: true };
    }
    await drafts.change(draft.id, (kept) => ({ ...bare(kept), matter }));
    return true;
  } catch (reason) {
    if (waits(reason)) throw reason;
    const moved = reason instanceof ProblemError && [409, 412].includes(reason.status);
    await drafts.change(draft.id, (kept) => ({
      ...bare(kept),
      state: moved ? 'moved' : 'refused',
      problem: problemOf(reason),
    }));
    return false;
  }
}

/** Whether all of it is there now. */
async function enclosed(drafts: Drafts, door: Door, id: string, told: () => void): Promise<boolean> {
  const draft = await drafts.find(id);
  if (!draft?.matter) return false;
  let refused = 0;
  for (const file of draft.files.filter((one) => !one.sent)) {
    const bytes = await drafts.file(id, file.no);
    const problem = bytes ? await enclosing(door, draft.matter.id, file, bytes) : BROKEN;
    await drafts.change(id, (kept) => ({
      ...kept,
      files: kept.files.map((one) => (one.no === file.no ? marked(one, problem) : one)),
    }));
    if (problem) refused += 1;
    told();
  }
  if (refused > 0) await drafts.change(id, (kept) => ({ ...kept, state: 'refused' }));
  return refused === 0;
}

function marked({ problem: _old, ...file }: Enclosed, problem: Problem | null): Enclosed {
  return problem ? { ...file, problem } : { ...file, sent: true };
}

async function enclosing(door: Door, matter: string, file: Enclosed, bytes: ArrayBuffer): Promise<Problem | null> {
  try {
    await door.enclose(matter, file, bytes);
    return null;
  } catch (reason) {
    if (waits(reason)) throw reason;
    // the very same file is there already: that is what was wanted
    if (reason instanceof ProblemError && reason.problem.rule === 'evidence.same') return null;
    return problemOf(reason);
  }
}
