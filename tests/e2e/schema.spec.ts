import { expect, test } from '@playwright/test';

test('the site serves the JSON Schema of an experiment', async ({ request }) => {
  const response = await request.get('/schema/experiment.json');
  expect(response.status()).toBe(200);
  const schema = (await response.json()) as { title: string; anyOf: { properties: object }[] };
  expect(schema.title).toBe('Experiment');
  const [neuron, network] = schema.anyOf.map(({ properties }) => Object.keys(properties));
  expect(neuron).toEqual(
    expect.arrayContaining(['version', 'neuron', 'inputs', 'duration', 'method', 'seed']),
  );
  expect(network).toEqual(expect.arrayContaining(['version', 'network', 'record']));
});
