import type { About } from './wire';
import { useLang } from './words';

/** A new demo county lives its past before anybody can come in: how far it is, by itself anew each second. */
export function Past({ far }: { far: NonNullable<About['underway']> }) {
  const { say } = useLang();
  return (
    <section className="past">
      <h1>{say('演示县正在过它的往日', 'The demo county is living its past')}</h1>
      <p>
        {say(
          '虚构的人把虚构的纠纷一件件办下来：有人反映，有人调解，有人拖着不办。过完就可以登录、办事，这一页会自己打开。',
          'Made-up people report, mediate and delay, case by case. When it is over this page opens by itself.',
        )}
      </p>
      <progress max={Math.max(1, far.days)} value={far.day} aria-label={say('过到哪一天', 'Days lived')} />
      <p className="num">
        {far.days > 0
          ? say(
              `第 ${far.day} 天，共 ${far.days} 天：${far.matters} 件纠纷，${far.moves} 步。`,
              `Day ${far.day} of ${far.days}: ${far.matters} disputes, ${far.moves} moves.`,
            )
          : say('大家正在登录…', 'Everybody is signing in…')}
      </p>
    </section>
  );
}
