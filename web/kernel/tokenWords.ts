import { useMe, useScenes } from '../kit/queries';
import type { Limits } from '../kit/wire';
import { shut } from './shut';

/** Parts of the interface that a program may be confined to: what stands after `/api/`. */
export const PARTS: Record<string, string> = {
  scenes: '业务目录和上报',
  matters: '查事项、办事项',
  inbox: '待办',
  tasks: '领取和指派',
  alerts: '预警',
  calendar: '工作日历',
  supervision: '督办统计',
  takings: '导出和查找的记录',
};

/** Opens only where it is named. */
export const PROVISIONING = 'scim';

const SHOWN: Record<string, string> = { ...PARTS, [PROVISIONING]: '人员开通接口' };

/** What a token may, as people say it; by the names of programs as long as nothing but the account is open. */
export function useLimitWords(): (limits: Limits) => string {
  const me = useMe().data;
  const scenes = useScenes(!!me && !shut(me)).data?.items ?? [];
  const sceneTitle = (name: string) => scenes.find((scene) => scene.name === name)?.title ?? name;
  const moveTitle = (verb: string) =>
    verb === 'open'
      ? '新开事项'
      : (scenes.flatMap((scene) => scene.moves).find((move) => move.verb === verb)?.title ?? verb);
  return ({ readsOnly, scenes: only, verbs, areas }) =>
    [
      readsOnly ? '只看不办' : '',
      only.length ? `只限${only.map(sceneTitle).join('、')}` : '',
      verbs.length ? `只做${verbs.map(moveTitle).join('、')}` : '',
      areas.length ? `只用于${areas.map((area) => SHOWN[area] ?? area).join('、')}` : '',
    ]
      .filter(Boolean)
      .join('；') || '与主人权限相同';
}
