import { call } from '../kit/api';
import { addFile } from '../kit/parcels';
import type { Door } from './sending';

const bodyOf = (text: string) => JSON.parse(text) as Record<string, unknown>;

/** The server, as the drafts need it. */
export const server: Door = {
  async open(scene, body, key) {
    const opened = await call('post', '/api/scenes/{scene}', { path: { scene }, body: bodyOf(body), key });
    return { id: opened.matter.id, code: opened.code, seen: opened.matter.type === 'SEEN' };
  },
  async hold(matter, body, key, version) {
    const path = { id: matter, verb: 'hold' };
    await call('post', '/api/matters/{id}/moves/{verb}', { path, body: bodyOf(body), key, version });
  },
  async enclose(matter, file, bytes) {
    const whole = new File([bytes], file.name, { type: file.type });
    await addFile(matter, file.said, whole, file.key, () => undefined);
  },
};
