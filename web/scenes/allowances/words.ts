/** "2026 年 10 月" of its first day. */
export function monthWords(first: string): string {
  return `${Number(first.slice(0, 4))} 年 ${Number(first.slice(5, 7))} 月`;
}

/** A sum as the server wrote it, with its thousands: "-1,080.00 元". */
export function yuan(sum: string): string {
  return `${sum.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))} 元`.replace(/^-/, '−');
}
