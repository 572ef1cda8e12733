import { newKey } from '../kit/api';
import type { Problem } from '../kit/wire';
import type { SealedShelf } from '../kit/shelf/sealed';

/** What I saw on my way. */
export interface Seen {
  kind: 'seen';
  scene: string;
  words: string;
  category: string;
  area: string;
  place: string;
  /** When, as a clock on the wall here shows it. */
  at: string;
}

/** Somebody who was to come to a meeting, and whether they came. */
export interface Attended {
  no: number;
  name: string;
  came: boolean;
}

/** How a meeting went. */
export interface Held {
  kind: 'held';
  matter: string;
  code: string;
  session: number;
  what: string;
  place: string;
  starts: string;
  /** The version of the matter that was read before. */
  version: number;
  /** The newest entry that was read before. */
  seq: number;
  guests: Attended[];
  minutes: string;
  /** Who signed, as it is kept beside the minutes. */
  signers: Signer[];
}

/** A signature on the screen, or one on paper of which there is a photo. */
export interface Signer {
  name: string;
  /** The digest of what was read when signing. */
  digest: string;
  file: number;
  paper: boolean;
}

/** A photo, a recording or a signature that goes along. */
export interface Enclosed {
  no: number;
  /** Made once: however often it is sent, it is added once. */
  key: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  said: Record<string, string>;
  sent: boolean;
  problem?: Problem;
}

/**
 * open: being written. ready: to be sent when there is a network. sending: on its way, or sent without an answer.
 * refused: the server said no. moved: the matter has moved on. done: it arrived, whole.
 */
export type State = 'open' | 'ready' | 'sending' | 'refused' | 'moved' | 'done';

export interface Draft {
  id: string;
  /** Made when the draft is begun: whatever happens on the way, it takes effect once. */
  key: string;
  begun: string;
  changed: string;
  state: State;
  said: Seen | Held;
  files: Enclosed[];
  nextFile: number;
  /** When it was handed over to be sent: the order in which drafts go. */
  readyAt?: string;
  /** What was sent, to the letter, until the server has answered: it must not change meanwhile. */
  body?: string;
  /** The matter, once what was said has arrived. */
  matter?: { id: string; code: string; seen: boolean };
  problem?: Problem;
  /** Answered by 412 before: the version of the matter the officer has looked at since. */
  looked?: number;
}

export const STATE_WORDS: Record<State, string> = {
  open: '未发送',
  ready: '未发送',
  sending: '发送中',
  refused: '要您看看',
  moved: '要您看看',
  done: '已送达',
};

/** Whether it may be written on: not while the server may have it already. */
export const mayWrite = (draft: Draft) => !draft.matter && !draft.body && draft.state !== 'done';

/** Whether something of it would be lost with the device. */
export const unsent = (draft: Draft) => draft.state !== 'done';

export function begin(said: Seen | Held, at = new Date()): Draft {
  const id = newKey();
  const moment = at.toISOString();
  return { id, key: newKey(), begun: moment, changed: moment, state: 'open', said, files: [], nextFile: 1 };
}

const DAYS_SHOWN = 7;

/** The drafts of one officer on this device, each sealed; written in the order in which they were changed. */
export class Drafts {
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly shelf: SealedShelf) {}

  async all(): Promise<Draft[]> {
    const names = await this.shelf.names('draft/');
    const found = await Promise.all(names.map((name) => this.shelf.get<Draft>(name)));
    return found.filter((draft) => draft !== null).sort((one, two) => one.begun.localeCompare(two.begun));
  }

  find(id: string): Promise<Draft | null> {
    return this.shelf.get<Draft>(`draft/${id}`);
  }

  /** After what was written before it, so that an older text never lies over a newer one. */
  write(draft: Draft): Promise<void> {
    const next = this.last.then(() => this.shelf.put(`draft/${draft.id}`, draft));
    this.last = next.catch(() => undefined);
    return next;
  }

  /** Changes what is kept now, not what a page has read a while ago. */
  change(id: string, work: (draft: Draft) => Draft): Promise<Draft | null> {
    const next = this.last.then(async () => {
      const kept = await this.find(id);
      if (!kept) return null;
      const changed = work(kept);
      await this.shelf.put(`draft/${id}`, changed);
      return changed;
    });
    this.last = next.catch(() => undefined);
    return next;
  }

  putFile(draft: string, no: number, bytes: ArrayBuffer): Promise<void> {
    return this.shelf.putBytes(`file/${draft}/${no}`, bytes);
  }

  file(draft: string, no: number): Promise<ArrayBuffer | null> {
    return this.shelf.bytes(`file/${draft}/${no}`);
  }

  dropFile(draft: string, no: number): Promise<void> {
    return this.shelf.drop(`file/${draft}/${no}`);
  }

  async drop(id: string): Promise<void> {
    await this.last;
    for (const name of await this.shelf.names(`file/${id}/`)) await this.shelf.drop(name);
    await this.shelf.drop(`draft/${id}`);
  }

  /** It has arrived: what was said and enclosed is taken from the device, its number stays for a week. */
  async arrived(id: string): Promise<void> {
    await this.change(id, (draft) => ({
      ...bare(draft),
      state: 'done',
      changed: new Date().toISOString(),
      files: [],
      said: emptied(draft.said),
    }));
    for (const name of await this.shelf.names(`file/${id}/`)) await this.shelf.drop(name);
  }

  async dropOld(at = new Date()): Promise<void> {
    const before = new Date(at.getTime() - DAYS_SHOWN * 86_400_000).toISOString();
    for (const draft of await this.all()) {
      if (draft.state === 'done' && draft.changed < before) await this.drop(draft.id);
    }
  }
}

function emptied(said: Seen | Held): Seen | Held {
  return said.kind === 'seen'
    ? { ...said, words: '', place: '', category: '' }
    : { ...said, minutes: '', guests: [], signers: [] };
}

/** Without what the last answer left. */
export function bare({ body: _body, problem: _problem, ...rest }: Draft): Draft {
  return rest;
}
