import type { EChartsCoreOption } from 'echarts/core';
import { dayWords } from '../days';
import type { Span } from './weeks';

interface Asked {
  unit: string;
  bars: boolean;
  spans: Span[];
  /** Of the small letters, in pixels. */
  size: number;
  dark: boolean;
}

/** The last number stands at its end instead of a legend; what isn't over is hatched, or hollow on a line. */
export function trendOption({ unit, bars, spans, size, dark }: Asked): EChartsCoreOption {
  const label = { fontSize: size };
  const end = spans.findLastIndex((span) => span.value !== null);
  const ink = dark ? 'rgba(255,255,255,.55)' : 'rgba(255,255,255,.75)';
  return {
    animation: false,
    grid: { left: 4, right: 36, top: 28, bottom: 4 },
    xAxis: { type: 'category', data: spans.map((span) => span.label), axisLabel: { ...label, hideOverlap: true } },
    yAxis: {
      type: 'value',
      min: bars ? 0 : undefined,
      scale: !bars,
      minInterval: bars ? 1 : undefined,
      axisLabel: label,
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      textStyle: label,
      formatter: (all: unknown) => {
        const span = spans[(all as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!span) return '';
        const days = `${dayWords(span.from)} 至 ${dayWords(span.to)}${span.open ? '（没过完）' : ''}`;
        return `${days}\n${span.value === null ? '不显示或没有' : `${span.value} ${unit}`}，${span.base}`;
      },
    },
    brush: {
      xAxisIndex: 0,
      toolbox: [],
      throttleType: 'debounce',
      removeOnClick: true,
      // seen on paper as in the dark; what is left out fades anyway
      brushStyle: { borderWidth: 1, color: 'rgba(127, 136, 130, 0.12)', borderColor: 'rgba(127, 136, 130, 0.7)' },
      outOfBrush: { colorAlpha: 0.35 },
    },
    series: [
      {
        type: bars ? 'bar' : 'line',
        barMaxWidth: 28,
        connectNulls: false,
        // the theme names each bar: here only the last is
        label: { show: false },
        endLabel: { show: false },
        // a share with gaps on both sides is a point and no line
        showSymbol: true,
        symbolSize: 7,
        data: spans.map((span, at) => ({
          value: span.value,
          label:
            at === end && span.value !== null ? { show: true, position: bars ? 'top' : 'right', ...label } : undefined,
          itemStyle:
            span.open && bars
              ? {
                  decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: ink },
                }
              : undefined,
          symbol: span.open && !bars ? 'emptyCircle' : undefined,
        })),
      },
    ],
  };
}
