// The table for json-rules-engine: one run for each option, over facts that need no path to be followed.
import { Engine } from 'json-rules-engine';

const OPERATORS = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '==': 'equal',
  '!=': 'notEqual',
};

// Facts of option and request go by other names, because both have a warranty.
const fact = (owner, field) => (owner === 'OPTION' ? field : `request.${field}`);

// A priority of its own for each condition: tried in turn, none after the first that does not hold.
const condition = ({ owner, field, operator, constant, requestField }, i, { length }) => ({
  priority: length - i,
  fact: fact(owner, field),
  operator: OPERATORS[operator],
  value: requestField ? { fact: fact('REQUEST', requestField) } : constant,
});

const factsOf = (owner, record) =>
  Object.fromEntries(Object.entries(record).map(([field, value]) => [fact(owner, field), value]));

export function load(table) {
  const engine = new Engine();
  for (const { id, conditions } of table.rules) {
    engine.addRule({ conditions: { all: conditions.map(condition) }, event: { type: id } });
  }
  const options = table.options.map((option) => factsOf('OPTION', option));
  const facts = table.requests.map((request) => {
    const asked = factsOf('REQUEST', request);
    return options.map((option) => ({ ...option, ...asked }));
  });
  return {
    async judge(scenario) {
      const events = [];
      for (const one of facts[scenario]) {
        events.push((await engine.run(one)).events);
      }
      return events;
    },
    findings: (events) => events.flatMap((ofOption, option) => ofOption.map(({ type }) => `${option} ${type}`)),
  };
}
