import { BarChart, LineChart } from 'echarts/charts';
import { BrushComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, registerTheme, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import themes from '../echarts-theme.json';

/** Only what our drawings need: all of the library would be twice as much. Loaded when a drawing is first seen. */
use([BarChart, LineChart, GridComponent, BrushComponent, TooltipComponent, CanvasRenderer]);
registerTheme('maple', themes.maple);
registerTheme('mapleDark', themes.mapleDark);

export function draw(on: HTMLElement, dark: boolean): ECharts {
  return init(on, dark ? 'mapleDark' : 'maple');
}
