import type { Draft } from './draft';
import type { Plan } from './plan';

/**
 * What “here” most likely is: the place of what was written last on this device, or else one's own. The areas have no
 * shape, only names, so a coordinate would find none of them: the phone is not asked where it is, and nothing of the
 * way is kept.
 */
export function hereOf(drafts: Draft[], plan: Plan | null, except = ''): { path: string; name: string } | null {
  const areas = plan?.areas ?? [];
  const last = drafts
    .filter((draft) => draft.id !== except && draft.said.kind === 'seen')
    .sort((one, two) => two.changed.localeCompare(one.changed))
    .map((draft) => (draft.said.kind === 'seen' ? draft.said.area : ''))
    .find((path) => areas.some((area) => area.path === path));
  return areas.find((area) => area.path === last) ?? areas[0] ?? null;
}
