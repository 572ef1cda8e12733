/** What must be done at once when there are signs of danger, before anything is written. */
export interface UrgentSign {
  danger: 'VIOLENCE' | 'HARASSMENT' | 'THREAT' | 'INJURY';
  title: string;
  acts: string[];
}

export const URGENT_SIGNS: UrgentSign[] = [
  { danger: 'INJURY', title: '有人受伤', acts: ['先打 120，再打 110', '人离开现场，两边隔开'] },
  {
    danger: 'VIOLENCE',
    title: '有家庭暴力',
    acts: ['请到单独的房间说，不与对方同处', '打 110', '单独告知：可以申请保护令、告诫书、庇护和法律援助'],
  },
  { danger: 'THREAT', title: '扬言要出事、要寻短见', acts: ['身边留人，不让他一个人走', '打 110', '告诉值班的领导'] },
  { danger: 'HARASSMENT', title: '有人纠缠、跟踪', acts: ['打 110', '问清楚现在住哪里安全，不写在对方看得到的地方'] },
];

/** What is written down of it, where the clerk adds nothing. */
export const signNote = (words: string) => `窗口登记时发现。${words.trim()}`.slice(0, 1000);
