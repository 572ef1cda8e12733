import { disputes } from './disputes';
import { lamps } from './lamps';

export { disputes, lamps };
export const scenes = [disputes, lamps];
