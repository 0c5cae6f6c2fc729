import { ZenEngine, type ZenDecision } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine, Fact } from 'json-rules-engine';
import type { PlainRules } from '../../engine/second-opinion.ts';
import { asJsonLogic, asZen, Names, nodesOf, type PlainNode } from './plain-logic.ts';

/** The verdict of every node, by name. */
export type Judged = Readonly<Record<string, unknown>>;

/** Something that judges the plain rules of one family, made ready beforehand. */
export interface Peer {
  readonly name: string;
  /** Rules that are alike are made ready once, and the same engine is used again. */
  readonly ready: (plain: PlainRules) => () => Promise<Judged> | Judged;
}

function kept<Made>(make: (plain: PlainRules) => Made): (plain: PlainRules) => Made {
  const made = new Map<string, Made>();
  return (plain) => {
    const key = JSON.stringify(plain.rules);
    const before = made.get(key);
    if (before !== undefined) return before;
    const fresh = make(plain);
    made.set(key, fresh);
    return fresh;
  };
}

function jsonRulesEngine(): Peer {
  const engineFor = kept((plain) => {
    const engine = new Engine([...plain.rules]);
    const found = new Map<string, unknown>();
    engine.on<{ fact: string; value: string }>('settles', ({ fact, value }, almanac) => {
      almanac.addFact(new Fact(fact, value, { cache: false }));
      found.set(fact, value);
    });
    return { engine, found };
  });
  return {
    name: 'json-rules-engine, one engine used again',
    ready: (plain) => {
      const { engine, found } = engineFor(plain);
      return async () => {
        found.clear();
        const facts = Object.entries(plain.facts).map(
          ([name, value]) => [name, new Fact(name, value, { cache: false })] as const,
        );
        await engine.run(Object.fromEntries(facts));
        return Object.fromEntries(found);
      };
    },
  };
}

type Holds = (data: object) => unknown;

function jsonLogicEngine(): Peer {
  const built = kept((plain) => {
    const names = new Names();
    const engine = new LogicEngine();
    const nodes = nodesOf(plain).map(({ node, verdicts }) => ({
      node,
      name: names.of(node),
      verdicts: verdicts.map(({ verdict, when }) => ({
        verdict,
        holds: engine.build(asJsonLogic(when, names)) as Holds,
      })),
    }));
    return { names, nodes };
  });
  return {
    name: 'json-logic-engine, built',
    ready: (plain) => {
      const { names, nodes } = built(plain);
      const given = Object.entries(plain.facts).map(([fact, value]) => [names.of(fact), value] as const);
      return () => {
        const data: Record<string, unknown> = Object.fromEntries(given);
        const said: Record<string, unknown> = {};
        for (const { node, name, verdicts } of nodes) {
          const verdict =
            verdicts.find(({ holds }) => Boolean(holds(data)))?.verdict ?? data[name] ?? 'unknown';
          data[name] = verdict;
          said[node] = verdict;
        }
        return said;
      };
    },
  };
}

function zenContent(nodes: readonly PlainNode[], names: Names): object {
  const judged = new Set<string>();
  const expressions = nodes.map(({ node, verdicts, given }, at) => {
    const chain = verdicts.map(
      ({ verdict, when }) => `${asZen(when, names, judged)} ? ${JSON.stringify(verdict)} : `,
    );
    const otherwise = given ? names.of(node) : '"unknown"';
    judged.add(node);
    return { id: `e${String(at)}`, key: names.of(node), value: `${chain.join('')}${otherwise}` };
  });
  const node = (id: string, type: string, content: object) => ({ id, name: id, type, content });
  return {
    nodes: [
      node('in', 'inputNode', {}),
      node('fold', 'expressionNode', { expressions }),
      node('out', 'outputNode', {}),
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'fold' },
      { id: 'b', type: 'edge', sourceId: 'fold', targetId: 'out' },
    ],
  };
}

function zenEngine(): Peer {
  const engine = new ZenEngine();
  const made = kept((plain): { decision: ZenDecision; names: Names; nodes: PlainNode[] } => {
    const names = new Names();
    const nodes = nodesOf(plain);
    const content = zenContent(nodes, names);
    return { decision: engine.createDecision(Buffer.from(JSON.stringify(content))), names, nodes };
  });
  return {
    name: '@gorules/zen-engine, with trace',
    ready: (plain) => {
      const { decision, names, nodes } = made(plain);
      const context = Object.fromEntries(
        Object.entries(plain.facts).map(([fact, value]) => [names.of(fact), value]),
      );
      return async () => {
        const answer = await decision.evaluate(context, { trace: true });
        const result = answer.result as Judged;
        return Object.fromEntries(nodes.map(({ node }) => [node, result[names.of(node)]]));
      };
    },
  };
}

/** Public engines that fold the same facts by the same rules. */
export const peers: readonly (() => Peer)[] = [jsonRulesEngine, jsonLogicEngine, zenEngine];
