import { call, ProblemError } from '../kit/api';
import { addDays, dayOf, now } from '../kit/days';
import type { Me, Scene } from '../kit/wire';
import type { SealedShelf } from '../kit/shelf/sealed';

/** A meeting that is mine. Nothing here says what it is about: a phone is read over one's shoulder. */
export interface Visit {
  matter: string;
  code: string;
  version: number;
  seq: number;
  session: number;
  what: string;
  visit: boolean;
  place: string;
  starts: string;
  ends: string;
  guests: { no: number; name: string }[];
}

/** What is needed on the way, as it was when there was a network. */
export interface Plan {
  asOf: string;
  scene: string;
  categories: { value: string; title: string }[];
  areas: { path: string; name: string }[];
  visits: Visit[];
}

const NAME = 'plan';
/** What was to be yesterday and isn't written down yet is still mine. */
const DAYS_BACK = 6;
const MOST = 40;

/** The kind of matter that one may open from a patrol, whichever scene it is. */
export function patrolled(scenes: Scene[], roles: string[]): Scene | undefined {
  return scenes.find(
    (scene) =>
      scene.openedBy.some((role) => roles.includes(role.name)) &&
      scene.open.properties['source']?.enum?.includes('PATROL'),
  );
}

/** What has gone out of my reach meanwhile is no longer mine to visit. */
async function reached<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (reason) {
    if (reason instanceof ProblemError && [403, 404].includes(reason.status)) return null;
    throw reason;
  }
}

async function visitsOf(): Promise<Visit[]> {
  const today = dayOf(now());
  const query = { from: addDays(today, -DAYS_BACK), to: today, mine: true };
  const slots = (await call('get', '/api/sessions', { query })).items;
  const open = slots.filter((slot) => slot.state === 'PLANNED' && slot.mine && slot.about).slice(-MOST);
  const visits: Visit[] = [];
  for (const slot of open) {
    const id = slot.about?.id ?? '';
    const path = { id };
    const found = await reached(
      Promise.all([
        call('get', '/api/matters/{id}', { path }),
        call('get', '/api/matters/{id}/sessions', { path }),
        call('get', '/api/matters/{id}/trail', { path, query: { limit: 1 } }),
      ]),
    );
    if (!found) continue;
    const [matter, sessions, trail] = found;
    const session = sessions.items.find((one) => one.no === slot.no);
    if (!session) continue;
    visits.push({
      matter: id,
      code: matter.code,
      version: matter.version,
      seq: trail.items[0]?.seq ?? 0,
      session: session.no,
      what: session.kindTitle,
      visit: session.kind === 'VISIT',
      place: [session.room, session.place].filter(Boolean).join('，'),
      starts: session.starts,
      ends: session.ends,
      guests: session.guests.map(({ no, name }) => ({ no, name })),
    });
  }
  return visits;
}

async function areasOf(me: Me): Promise<Plan['areas']> {
  const own = me.posts.find((seat) => seat.id === me.post) ?? me.posts[0];
  if (!own) return [];
  const below = await call('get', '/api/public/areas', { query: { parent: own.area.path } });
  return [own.area, ...below.items].map(({ path, name }) => ({ path, name }));
}

/** Asks the server for all of it, one part after the other, and keeps it sealed. */
export async function fetchPlan(shelf: SealedShelf, me: Me): Promise<Plan> {
  const scenes = await call('get', '/api/scenes', {});
  const scene = patrolled(scenes.items, me.roles);
  const kinds = scene?.open.properties['category'];
  const plan: Plan = {
    asOf: now().toISOString(),
    scene: scene?.name ?? '',
    categories: (kinds?.enum ?? []).map((value) => ({ value, title: kinds?.['x-titles']?.[value] ?? value })),
    areas: await areasOf(me),
    visits: await visitsOf(),
  };
  await shelf.put(NAME, plan);
  return plan;
}

export const keptPlan = (shelf: SealedShelf): Promise<Plan | null> => shelf.get<Plan>(NAME);
