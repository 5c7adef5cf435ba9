/** What the figure needs when somebody works with it, and not before: the neuron, the simulator, the judge, the plot. A part
 *  of its own, fetched when a pointer, a finger or the focus comes to the figure. */
export { geometry } from '../../../figures/geometry.ts';
export { hiddenPlot } from '../../../figures/hidden-plot.ts';
export { measure, measurementInWords, readingInWords, readTrace } from './hidden-measure.ts';
export { hiddenNeuron } from './hidden-neuron.ts';
export { HINTS, judge, truthOf } from './hidden-score.ts';
