const UNITS: Record<string, string> = {
  H: '小时',
  D: '日',
  WD: '个工作日',
  M: '个月',
  Y: '年',
  PM: '个月',
  CD: '日',
  CM: '个月',
  CY: '年',
};

/** A number of the law as one says it: `10WD` is 10 个工作日. */
export function numberWords(value: string, unit?: string | null): string {
  const [, amount, symbol, mark] = /^(\d+)(H|D|WD|M|Y|PM|CD|CM|CY)(!\w*)?$/.exec(value) ?? [];
  if (amount && symbol) return `${amount} ${UNITS[symbol]}${mark ? '，末日不顺延' : ''}`;
  const grouped = /^\d{5,}$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, ',') : value;
  return unit ? `${grouped} ${unit}` : grouped;
}
