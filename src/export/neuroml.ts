/** An experiment with one neuron as a LEMS file: its model in NeuroML 2, and the run around it. */
import type { Experiment } from '../sim/experiment.ts';
import type { ExportedFile } from './index.ts';
import { neuromlCell } from './neuroml-cells.ts';
import { neuromlInputs } from './neuroml-inputs.ts';
import { neuromlNumber } from './neuroml-number.ts';
import { modelNote } from './notes.ts';
import { assertOnGrid } from './on-grid.ts';

/** @throws RangeError where NeuroML's core types have no such neuron or current, or where a run begins otherwise */
export function toNeuroml(experiment: Experiment): ExportedFile[] {
  assertOnGrid(experiment, 'NeuroML');
  const { neuron, duration, dt, method, grid } = experiment;
  const cell = neuromlCell(neuron);
  const inputs = neuromlInputs(experiment);
  const stamp = grid === 'nest' ? 'the end' : 'the start';
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${modelNote(neuron)}

     NeuroML 2 (https://neuroml.org) describes the cell, the currents and the network; LEMS, the language beneath it,
     describes the run. For jNeuroML, which needs Java:  pip install pyneuroml
     Run it:  pynml LEMS_neuron.xml     (or jnml LEMS_neuron.xml)
     It writes neuron_v.dat (time in s, membrane potential in V) and neuron_spikes.dat (time in s, number of the cell).
     To keep the model alone as a .nml file, put what stands between "model" and "run" below into
     <neuroml xmlns="http://www.neuroml.org/schema/neuroml2" id="neuron"> ... </neuroml>.

     The grid: states move by steps of ${neuromlNumber(dt)} ms, and conditions such as v > thresh are tested once a step, so that a
     spike comes at a sample. A file names the step and no method: the tool that runs it brings its own. This
     experiment has the method "${method}" and stamps a spike at ${stamp} of its step; times differ by a step, and by what
     the method leaves, which a smaller step makes smaller.${cell.refractory ? ' A refractory period ends at the first sample later than it.' : ''} -->
<Lems>
  <Target component="run"/>
  <!-- What NeuroML defines; these files come with the tool. -->
  <Include file="Cells.xml"/>
  <Include file="Networks.xml"/>
  <Include file="Simulation.xml"/>

  <!-- model -->
${[...cell.lines, ...inputs.lines].map((line) => `  ${line}`).join('\n')}

  <network id="net">
    <population id="neurons" component="neuron" size="1"/>
${inputs.ids.map((id) => `    <explicitInput target="neurons[0]" input="${id}" destination="synapses"/>\n`).join('')}  </network>

  <!-- run -->
  <Simulation id="run" length="${neuromlNumber(duration)}ms" step="${neuromlNumber(dt)}ms" target="net">
    <OutputFile id="trace" fileName="neuron_v.dat">
      <OutputColumn id="v" quantity="neurons[0]/v"/>
    </OutputFile>
    <EventOutputFile id="spikes" fileName="neuron_spikes.dat" format="TIME_ID">
      <EventSelection id="0" select="neurons[0]" eventPort="spike"/>
    </EventOutputFile>
  </Simulation>
</Lems>
`;
  return [{ name: 'LEMS_neuron.xml', text }];
}
