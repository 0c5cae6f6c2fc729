import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';

/** The names that do not compile in a file of the engine that uses all of these, under the engine's own settings. */
function unknownInEngine(names: readonly string[]) {
  const planted = path.join(root, 'engine/planted.ts');
  const text = `${names.map((name) => `void ${name};`).join('\n')}\nexport {};\n`;
  const json = ts.readConfigFile(path.join(root, 'engine/tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(json.config, ts.sys, path.join(root, 'engine'));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) =>
    file === planted ? ts.createSourceFile(file, text, version) : read(file, version);
  const program = ts.createProgram([planted], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(planted));
  return found.map(
    ({ messageText }) => /'(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ' '))?.[1],
  );
}

test('nothing of the machine, the network or the page compiles in the engine', () => {
  const outside = [
    'console',
    'process',
    'fetch',
    'document',
    'setTimeout',
    'crypto',
    'localStorage',
    'performance',
  ];
  expect(unknownInEngine([...outside, 'JSON', 'Map'])).toEqual(outside);
});
