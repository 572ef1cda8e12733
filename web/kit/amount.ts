const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** Four digits in words; a gap between them is one 零, none at the end. */
function group(four: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    gap = false;
  }
  return words;
}

/**
 * An amount in capitals as it is written on bills and agreements (支付结算办法附件一): up to 999,999,999,999.99 yuan, to
 * the cent; nothing for what is no such amount.
 */
export function inCapitals(text: string): string | null {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const whole = found[1] ?? '0';
  const [jiao, fen] = (found[2] ?? '').padEnd(2, '0').split('').map(Number) as [number, number];
  let yuan = '';
  let gap = false;
  for (let at = GROUPS.length - 1; at >= 0; at--) {
    const end = whole.length - at * 4;
    const four = end > 0 ? Number(whole.slice(Math.max(0, end - 4), end)) : 0;
    if (four === 0) {
      gap = yuan !== '';
      continue;
    }
    yuan += `${yuan !== '' && (gap || four < 1000) ? '零' : ''}${group(four)}${GROUPS[at]}`;
    gap = false;
  }
  const cents = `${jiao ? `${DIGITS[jiao]}角` : ''}${fen ? `${jiao || !yuan ? '' : '零'}${DIGITS[fen]}分` : ''}`;
  if (yuan === '' && cents === '') return '零元整';
  return `${yuan ? `${yuan}元` : ''}${cents || '整'}`;
}
