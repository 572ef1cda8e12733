export interface TourStop {
  /** What it points at; where that isn't on the page, the stop is left out. */
  at: string;
  words: string;
}
export interface PageTour {
  /** As it is remembered; a new number shows it again, once the page has changed enough. */
  name: string;
  path: RegExp;
  stops: TourStop[];
}

/** Few pages need one: those an officer sees on the first day. */
export const TOURS: PageTour[] = [
  {
    name: 'tour.inbox-1',
    path: /^\/desk\/?$/,
    stops: [
      { at: '.river', words: '未来两周每天到期几件。画斜线的是休息日，期限按这张日历算。' },
      { at: '[aria-label="筛选待办"]', words: '先按还剩几天看，再按事由、地方看。' },
      { at: 'main table', words: '最急的排最前。每行右边是下一步，点一下就办。键盘：J、K 上下，回车打开。' },
      { at: 'header [role="search"]', words: '按 / 或 Ctrl+K 到这里找：事项、材料、法条、回执、页面；找人要先说用途。' },
    ],
  },
  {
    name: 'tour.matter-1',
    path: /^\/desk\/matters\/[^/]+$/,
    stops: [
      { at: '.bridgebox', words: '这件事走到了哪一环：实线是走过的，虚线是还没到的。' },
      { at: '[aria-labelledby="moves"]', words: '现在能做的都在这里；不能做的写着为什么、找谁。' },
      { at: '[aria-labelledby="deadlines"]', words: '每个期限都能点开看怎么算的：哪天起、几个工作日、哪天到。' },
      { at: '[aria-labelledby="trail"]', words: '谁在什么时候做了什么。每条有指纹，改一个字就对不上。' },
    ],
  },
  {
    name: 'tour.matters-1',
    path: /^\/desk\/matters$/,
    stops: [
      { at: '[aria-label="只看"]', words: '筛出要看的；网址跟着变，发给同事就是同一张表。' },
      { at: '.viewbar', words: '列、行距和常用的筛选存成视图，换台电脑也在。' },
      { at: 'main table', words: '左边打勾可以几件一起办，每件各有答复。X 勾选，J、K 上下。' },
    ],
  },
  {
    name: 'tour.rings-1',
    path: /^\/desk\/rings$/,
    stops: [
      { at: '[aria-label="五环一览"]', words: '水上是这段时间，水下是上一段。点一个就看它由哪些件算出来。' },
      { at: '.trend', words: '在图上横着拖就只看那几周；“用表格看”里是同样的数。' },
      { at: '.tiles', words: '各地的件数，点一块只看那里。灰的是没有数据，不是不好。' },
    ],
  },
];

export const tourOf = (path: string): PageTour | undefined => TOURS.find((tour) => tour.path.test(path));
