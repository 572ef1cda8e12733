import { describe, expect, it } from 'vitest';
import { ProblemError, UnreachableError } from '../kit/api';
import { begin, Drafts, mayWrite, type Enclosed, type Held, type Seen } from './draft';
import { enclose } from './enclosing';
import { held, seen } from './samples';
import { SealedShelf } from '../kit/shelf/sealed';
import { sendAll, type Door } from './sending';
import { MemoryShelf } from '../kit/shelf/shelf';

/** A server that keeps each key once, and can be cut off before or after it has done its work. */
class Town implements Door {
  readonly opened = new Map<string, string>();
  readonly files = new Map<string, string>();
  readonly order: string[] = [];
  cut: '' | 'before' | 'after' = '';
  answer: ProblemError | null = null;
  version = 4;
  asked = 0;

  private async served<T>(work: () => T): Promise<T> {
    this.asked += 1;
    const cut = this.cut;
    this.cut = '';
    if (cut === 'before') throw new UnreachableError();
    if (this.answer) {
      const { answer } = this;
      this.answer = null;
      throw answer;
    }
    const done = work();
    if (cut === 'after') throw new UnreachableError();
    return done;
  }

  open(_scene: string, body: string, key: string) {
    return this.served(() => {
      const before = this.opened.get(key);
      if (before !== undefined && before !== body) throw new Error('the key came with other words');
      if (before === undefined) this.order.push(body);
      this.opened.set(key, body);
      return { id: `matter of ${key}`, code: 'CODE', seen: true };
    });
  }

  hold(_matter: string, body: string, key: string, version: number) {
    return this.served(() => {
      if (version !== this.version) throw new ProblemError({ title: '刚有人办过', status: 412 });
      this.opened.set(key, body);
    });
  }

  enclose(matter: string, file: Enclosed) {
    return this.served(() => void this.files.set(file.key, `${matter} ${file.sha256}`));
  }
}

const device = () => new MemoryShelf();
const draftsOf = (shelf: MemoryShelf, officer = 'one') => new Drafts(new SealedShelf(shelf, officer));

async function ready(drafts: Drafts, said: Seen | Held, at: string) {
  const draft = { ...begin(said), state: 'ready' as const, readyAt: at };
  await drafts.write(draft);
  return draft;
}

const refused = (status: number, rule = '') =>
  new ProblemError({ title: '不行', status, ...(rule ? { rule } : {}), fields: [{ name: 'words', message: '太短' }] });

describe('a draft on the device', () => {
  it('is there again for whoever wrote it, and for nobody else', async () => {
    const shelf = device();
    const draft = begin(seen('楼道里吵起来了'));
    await draftsOf(shelf).write(draft);
    expect(await draftsOf(shelf).find(draft.id)).toEqual(draft);
    expect(await draftsOf(shelf, 'two').all()).toEqual([]);
  });

  it('lies there sealed: neither its words nor a photo can be read from the device', async () => {
    const shelf = device();
    const drafts = draftsOf(shelf);
    const draft = begin(seen('楼道里吵起来了'));
    await drafts.write(draft);
    await drafts.putFile(draft.id, 1, new TextEncoder().encode('a photo').buffer as ArrayBuffer);
    const kept = [...shelf.things.values()].map((thing) => {
      const { bytes } = thing as { bytes?: ArrayBuffer };
      return bytes ? new TextDecoder().decode(bytes) : '';
    });
    expect(kept.join()).not.toContain('楼道');
    expect(kept.join()).not.toContain('a photo');
    expect(new TextDecoder().decode((await drafts.file(draft.id, 1)) ?? new ArrayBuffer())).toBe('a photo');
  });

  it("can't be read under another name, nor once the key is gone", async () => {
    const shelf = device();
    const drafts = draftsOf(shelf);
    const draft = begin(seen('楼道里吵起来了'));
    await drafts.write(draft);
    const name = `of/one/draft/${draft.id}`;
    await shelf.put('of/one/draft/other', shelf.things.get(name));
    expect(await drafts.find('other')).toBeNull();
    await shelf.drop('key/one');
    expect(await draftsOf(shelf).find(draft.id)).toBeNull();
  });

  it('goes with whoever signs out, and nobody else loses anything', async () => {
    const shelf = device();
    await draftsOf(shelf).write(begin(seen('一')));
    await draftsOf(shelf, 'two').write(begin(seen('二')));
    await new SealedShelf(shelf, 'one').forget();
    expect([...shelf.things.keys()].filter((name) => name.includes('one'))).toEqual([]);
    expect(await draftsOf(shelf, 'two').all()).toHaveLength(1);
  });

  it('is kept no more by a page that is still open when its officer has left', async () => {
    const shelf = device();
    const own = new SealedShelf(shelf, 'one');
    await own.put('draft/x', '一');
    const late = own.put('draft/y', '写了一半');
    await Promise.all([own.forget(), late]);
    await own.put('draft/z', '又写');
    expect([...shelf.things.keys()].filter((name) => name.includes('draft'))).toEqual([]);
  });

  it('keeps what was typed last, however fast', async () => {
    const drafts = draftsOf(device());
    const draft = begin(seen(''));
    await drafts.write(draft);
    await Promise.all(
      ['楼', '楼道', '楼道里'].map((words) => drafts.change(draft.id, (old) => ({ ...old, said: seen(words) }))),
    );
    expect((await drafts.find(draft.id))?.said).toEqual(seen('楼道里'));
  });

  it('holds the same photo once', async () => {
    const drafts = draftsOf(device());
    const draft = begin(seen('一件'));
    await drafts.write(draft);
    const change = async (work: Parameters<typeof drafts.change>[1]) => void (await drafts.change(draft.id, work));
    const photo = () => enclose(drafts, draft.id, new Blob(['photo']), '照片 1.jpg', { kind: 'PHOTO' }, change);
    expect(await photo()).toBe('');
    expect(await photo()).toBe('same');
    expect((await drafts.find(draft.id))?.files).toHaveLength(1);
  });
});

describe('sending', () => {
  it('goes in the order in which drafts were handed over', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    await ready(drafts, seen('第二件'), '2026-11-22T09:00:00Z');
    await ready(drafts, seen('第一件'), '2026-11-22T08:00:00Z');
    await drafts.write(begin(seen('还在写')));
    expect(await sendAll(drafts, town)).toBe('empty');
    expect(town.order.map((body) => (JSON.parse(body) as { words: string }).words)).toEqual(['第一件', '第二件']);
    expect((await drafts.all()).map((draft) => draft.state).sort()).toEqual(['done', 'done', 'open']);
  });

  it('does once what was done before the answer got lost, and nothing of it may be changed meanwhile', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    const draft = await ready(drafts, seen('一件事'), '2026-11-22T08:00:00Z');
    town.cut = 'after';
    expect(await sendAll(drafts, town)).toBe('offline');
    const kept = await drafts.find(draft.id);
    expect(kept?.state).toBe('sending');
    expect(kept && mayWrite(kept)).toBe(false);
    expect(await sendAll(drafts, town)).toBe('empty');
    expect(town.opened.size).toBe(1);
    expect(town.order).toHaveLength(1);
    expect((await drafts.find(draft.id))?.matter?.code).toBe('CODE');
  });

  it('begins with the file that is missing, not with the first', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    const draft = await ready(drafts, seen('一件事'), '2026-11-22T08:00:00Z');
    const change = async (work: Parameters<typeof drafts.change>[1]) => void (await drafts.change(draft.id, work));
    await enclose(drafts, draft.id, new Blob(['a']), 'a.jpg', { kind: 'PHOTO' }, change);
    await enclose(drafts, draft.id, new Blob(['b']), 'b.jpg', { kind: 'PHOTO' }, change);
    const cutting: Door = {
      open: (...said) => town.open(...said),
      hold: (...said) => town.hold(...said),
      enclose: (matter, file) => {
        if (file.name === 'b.jpg' && town.files.size === 1 && town.asked === 2) town.cut = 'before';
        return town.enclose(matter, file);
      },
    };
    expect(await sendAll(drafts, cutting)).toBe('offline');
    const asked = town.asked;
    expect(await sendAll(drafts, cutting)).toBe('empty');
    expect(town.asked - asked).toBe(1);
    expect(town.files.size).toBe(2);
    expect(await drafts.file(draft.id, 1)).toBeNull();
    expect((await drafts.find(draft.id))?.said).toMatchObject({ words: '' });
  });

  it('puts aside what is refused, to be written on under the same key, and goes on', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    const first = await ready(drafts, seen('短'), '2026-11-22T08:00:00Z');
    await ready(drafts, seen('第二件'), '2026-11-22T09:00:00Z');
    town.answer = refused(422);
    expect(await sendAll(drafts, town)).toBe('empty');
    const kept = await drafts.find(first.id);
    expect(kept).toMatchObject({ state: 'refused', key: first.key, problem: { fields: [{ name: 'words' }] } });
    expect(kept && mayWrite(kept)).toBe(true);
    expect(town.order).toHaveLength(1);
    await drafts.change(first.id, (old) => ({ ...old, said: seen('写长了的'), state: 'ready' }));
    await sendAll(drafts, town);
    expect(town.order).toHaveLength(2);
    expect((await drafts.find(first.id))?.problem).toBeUndefined();
  });

  it('waits where nobody has decided: the server not well, signed out', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    const draft = await ready(drafts, seen('一件事'), '2026-11-22T08:00:00Z');
    town.answer = refused(503);
    expect(await sendAll(drafts, town)).toBe('offline');
    town.answer = refused(401);
    expect(await sendAll(drafts, town)).toBe('signed-out');
    expect((await drafts.find(draft.id))?.state).toBe('sending');
  });

  it('never forces a matter that has moved on', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    town.version = 6;
    const draft = await ready(drafts, held, '2026-11-22T08:00:00Z');
    expect(await sendAll(drafts, town)).toBe('empty');
    expect(await drafts.find(draft.id)).toMatchObject({ state: 'moved', problem: { status: 412 } });
    expect(town.opened.size).toBe(0);
    await drafts.change(draft.id, (old) => ({ ...old, state: 'ready', looked: 6 }));
    await sendAll(drafts, town);
    expect(town.opened.size).toBe(1);
    expect((await drafts.find(draft.id))?.said).toMatchObject({ minutes: '', guests: [] });
  });

  it('takes a file that is there already for delivered, and names one that is not taken', async () => {
    const drafts = draftsOf(device());
    const town = new Town();
    const draft = await ready(drafts, seen('一件事'), '2026-11-22T08:00:00Z');
    const change = async (work: Parameters<typeof drafts.change>[1]) => void (await drafts.change(draft.id, work));
    await enclose(drafts, draft.id, new Blob(['a']), 'a.jpg', { kind: 'PHOTO' }, change);
    await enclose(drafts, draft.id, new Blob(['b']), 'b.jpg', { kind: 'PHOTO' }, change);
    const answers = [refused(422, 'evidence.same'), refused(422, 'evidence.type')];
    const picky: Door = {
      open: (...said) => town.open(...said),
      hold: (...said) => town.hold(...said),
      enclose: () => Promise.reject(answers.shift() ?? new UnreachableError()),
    };
    expect(await sendAll(drafts, picky)).toBe('empty');
    const kept = await drafts.find(draft.id);
    expect(kept?.state).toBe('refused');
    expect(kept?.files.map((file) => [file.sent, !!file.problem])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(kept && mayWrite(kept)).toBe(false);
  });

  it('forgets after a week that something was sent', async () => {
    const drafts = draftsOf(device());
    const draft = await ready(drafts, seen('一件事'), '2026-11-22T08:00:00Z');
    await sendAll(drafts, new Town());
    await drafts.dropOld();
    expect(await drafts.find(draft.id)).not.toBeNull();
    await drafts.dropOld(new Date(Date.now() + 8 * 86_400_000));
    expect(await drafts.find(draft.id)).toBeNull();
  });
});
