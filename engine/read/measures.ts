import type { Fact } from '../document/fact.ts';
import type { Parameter } from '../document/parameter.ts';
import { step } from '../pointer.ts';
import type { Draft } from './line.ts';
import { rolesText } from './people.ts';
import { ageDayWords, baselineWords, inTermsWords, termWords, windowWords } from './periods.ts';
import { agedWords, testsWords } from './selection.ts';
import { recordTypeOf, valuesText, type Reader, type Selecting } from './values.ts';
import { plain, say, value, type Words } from './words.ts';

/** The records a fact looks at: "exclusions (kind of exclusion: fixed-term) over the last 3 completed terms". */
function recordsWords(reader: Reader, fact: Selecting): Words {
  const type = recordTypeOf(fact);
  const many = reader.vocabulary.recordTypes[type]?.label.many ?? type;
  const by = fact.by === undefined ? [] : say` of each ${value(rolesText(reader, fact.by.role))}`;
  return say`${many}${testsWords(reader, type, fact.where)}${by}${agedWords(reader, fact.aged)}${windowWords(reader, fact.window)}`;
}

function fieldsWords(reader: Reader, type: string, names: string | readonly string[]): Words {
  const fields = reader.vocabulary.recordTypes[type]?.fields ?? {};
  return value(
    [names]
      .flat()
      .map((name) => fields[name]?.label ?? name)
      .join(' and '),
  );
}

function ratioWords(reader: Reader, fact: Extract<Fact, { ratio: object }>): Words {
  const { of, sum, minus, over } = fact.ratio;
  const less = minus === undefined ? [] : say` less ${fieldsWords(reader, of, minus)}`;
  const share = say`${fieldsWords(reader, of, sum)}${less} as a share of ${fieldsWords(reader, of, over)}`;
  return say`${share}, over ${termWords(reader, fact.window)} together`;
}

function measureWords(reader: Reader, fact: Fact): Words {
  if ('count' in fact) return say`how many ${recordsWords(reader, fact)}`;
  if ('exists' in fact) return say`whether there are any ${recordsWords(reader, fact)}`;
  if ('ratio' in fact) return ratioWords(reader, fact);
  if ('reduction' in fact) {
    const before = baselineWords(reader, fact.baseline);
    return say`by what share ${recordsWords(reader, fact)} have fallen against ${before}`;
  }
  if ('length' in fact) {
    const days =
      fact.length.measure === 'longest'
        ? 'the longest unbroken run of days in'
        : 'how many days there are in';
    return say`${days} ${recordsWords(reader, fact)}`;
  }
  if ('age' in fact) return say`age in whole years${ageDayWords(reader, fact.age)}`;
  if ('resident' in fact) return plain('whether they live with the family');
  if ('schoolAge' in fact)
    return say`whether they are of compulsory school age ${inTermsWords(reader, fact.schoolAge)}`;
  if ('dated' in fact) {
    return plain(
      fact.dated === 'attachedOn'
        ? 'whether the family has been attached'
        : 'whether the case has been closed',
    );
  }
  const label = reader.ruleset.payments.find(({ id }) => id === fact.claimed)?.label ?? fact.claimed;
  return say`whether the payment “${label}” has been claimed before`;
}

/** What each fact is found from. */
export function factsOf(reader: Reader): Draft[] {
  return Object.entries(reader.ruleset.facts).map(([id, fact]) => {
    const whose = fact.each === undefined ? [] : say` (of each ${value(rolesText(reader, fact.each.role))})`;
    return {
      id,
      kind: 'fact',
      pointer: step('/facts', id),
      words: say`${fact.label}${whose}: ${measureWords(reader, fact)}`,
      source: fact.source,
    };
  });
}

function parameterWords(reader: Reader, id: string, parameter: Parameter): Words {
  const choices =
    'choices' in parameter
      ? ` (one of: ${parameter.choices.map((one) => one.replaceAll('-', ' ')).join(', ')})`
      : '';
  return say`${parameter.label}: ${value(valuesText(reader, id), id)}${choices}`;
}

export function parametersOf(reader: Reader): Draft[] {
  return Object.entries(reader.ruleset.parameters).map(([id, parameter]) => ({
    id,
    kind: 'parameter',
    pointer: step('/parameters', id),
    words: parameterWords(reader, id, parameter),
    source: parameter.source,
    note: parameter.note,
  }));
}
