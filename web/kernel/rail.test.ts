import { describe, expect, it } from 'vitest';
import { openAtFirst } from './Rail';
import type { RailGroup, RailLink } from './way';

const group = (name: RailGroup, count: number) => ({
  name,
  ways: Array.from({ length: count }, (_, i): RailLink => ({
    to: `/${name}/${i}`,
    icon: 'file',
    word: '',
    en: '',
    group: name,
  })),
});

describe('the rail', () => {
  it('shows a supervisor what there is to watch over before the registers', () => {
    const open = openAtFirst([
      group('我的', 7),
      group('办理', 2),
      group('名册', 3),
      group('监督', 3),
      group('管理', 3),
    ]);
    expect([...open]).toEqual(['我的', '监督', '办理']);
  });

  it('folds others when the page that is open lies in another group', () => {
    const groups = [group('我的', 7), group('办理', 2), group('名册', 3), group('监督', 3), group('管理', 3)];
    expect([...openAtFirst(groups, '管理')]).toEqual(['我的', '管理']);
  });

  it('folds nothing where everything fits', () => {
    const open = openAtFirst([group('我的', 7), group('办理', 2), group('名册', 1)]);
    expect([...open]).toEqual(['我的', '监督', '办理', '名册', '管理']);
  });
});
