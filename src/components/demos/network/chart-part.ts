/** The chart as a part of its own: fetched with the first run. */
export { default as LiveChart } from '../../charts/LiveChart.svelte';
