/** What a cell draws with, in one piece: fetched with the first plot. */
export { pythonPlot } from '../../figures/python-plot.ts';
export { default as LiveChart } from '../charts/LiveChart.svelte';
/** What LiveChart fetches in turn. */
export const loadChart = () => import('../charts/figure-chart.ts');
