// The table for zen-engine: each rule is an expression over all options, so that a scenario is one evaluation.
import { ZenEngine } from '@gorules/zen-engine';

const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

const condition = ({ owner, field, operator, constant, requestField }) => {
  const left = owner === 'OPTION' ? `#.${field}` : `request.${field}`;
  return `${left} ${operator} ${requestField ? `request.${requestField}` : literal(constant)}`;
};

const all = (conditions) => conditions.map(condition).join(' and ');

// What is asked of the request alone decides whether the options are looked at.
function expression({ conditions }) {
  const onRequest = conditions.filter(({ owner }) => owner === 'REQUEST');
  const onOption = conditions.filter(({ owner }) => owner === 'OPTION');
  const set = `map(filter(options, ${all(onOption)}), #.place)`;
  return onRequest.length ? `${all(onRequest)} ? ${set} : []` : set;
}

const node = (id, type, content) => ({ id, name: id, type, content, position: { x: 0, y: 0 } });
const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId });

export function decision(rules) {
  const expressions = rules.map((rule, i) => ({ id: `e${i}`, key: `r${i}`, value: expression(rule) }));
  return {
    nodes: [
      node('request', 'inputNode', {}),
      node('rules', 'expressionNode', { expressions }),
      node('response', 'outputNode', {}),
    ],
    edges: [edge('request', 'rules'), edge('rules', 'response')],
  };
}

export function load(table) {
  const rules = new ZenEngine().createDecision(decision(table.rules));
  const options = table.options.map((option, place) => ({ ...option, place }));
  return {
    judge: (scenario) => rules.evaluate({ request: table.requests[scenario], options }),
    findings: ({ result }) =>
      table.rules.flatMap(({ id }, i) => result[`r${i}`].map((option) => `${option} ${id}`)),
  };
}
