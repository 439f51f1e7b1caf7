// Who may import whom, as data. The first rule whose folder holds a file is the file's rule; a
// pattern ending in `/` stands for everything below it.

export interface Rule {
  folder: string;
  may: string[];
  /** Allowed with `import type` only. */
  mayAsTypes?: string[];
}

const ENGINE = 'src/main/engine/';

/** What every part of the engine may know of the others: their interfaces, and the common ground. */
const COMMON = [
  'src/shared/',
  'node:',
  ...[
    'body.ts',
    'bus.ts',
    'capture.ts',
    'errors.ts',
    'listen.ts',
    'wire-headers.ts',
    'words.ts',
  ].map((file) => ENGINE + file),
];
const INTERFACES = [
  'store/store.ts',
  'tunnel/tunnel.ts',
  'verify/scheme.ts',
  'secrets/vault.ts',
].map((file) => ENGINE + file);

/** A part of the engine: its own folder, the common ground, others' interfaces, its own packages. */
function part(name: string, ...more: string[]): Rule {
  const folder = `${ENGINE}${name}/`;
  return { folder, may: [folder, ...COMMON, ...INTERFACES, ...more] };
}

/** What a host may use of the engine: what starts it and serves it, not its parts. */
const HOST = [
  'src/shared/',
  'node:',
  'src/main/cli/',
  'src/main/page-policy.ts',
  'package.json',
  ...['engine.ts', 'errors.ts', 'serve.ts', 'dispatch.ts', 'listen.ts'].map(
    (file) => ENGINE + file,
  ),
];

const SHARED_WITH_RENDERER = [
  ...['model', 'rpc', 'headers', 'labels', 'alerts', 'assert-never'].map(
    (name) => `src/shared/${name}.ts`,
  ),
  'src/shared/query/',
];
const RENDERER_PACKAGES = [
  ...[
    'react',
    'react/',
    'react-dom',
    'react-dom/',
    'zustand',
    'zustand/',
    'radix-ui',
    'lucide-react',
  ],
  ...['@codemirror/', '@tanstack/react-virtual', '@fontsource-variable/'],
  ...[
    'uplot',
    'uplot/',
    'cmdk',
    'sonner',
    'react-resizable-panels',
    'jsonc-parser',
    're2js',
    'brotli/',
  ],
];

/** Dumb parts of the interface: props in, callbacks out. */
function dumb(folder: string): Rule {
  const may = [
    ...['components/', 'viewers/', 'lib/', 'styles/'].map((name) => `src/renderer/${name}`),
    ...SHARED_WITH_RENDERER,
    ...RENDERER_PACKAGES,
  ];
  return { folder, may, mayAsTypes: ['src/shared/'] };
}

export const RULES: Rule[] = [
  { folder: 'src/shared/', may: ['src/shared/', 'zod'] },

  part('verify', 'jsonc-parser', 'jose/', '@noble/hashes/'),
  part('store', '@photostructure/sqlite'),
  part('tunnel', 'localtunnel', 'localtunnel/'),
  part('secrets', 'zod'),
  part('receiver'),
  part('forward'),
  // Brings in what it takes out, by the ordinary judges; start.ts puts its parts together.
  {
    folder: `${ENGINE}exchange/`,
    may: [ENGINE, 'src/shared/', 'node:', 'yazl', 'yauzl', 'zod', 'package.json'],
  },
  part(
    'find',
    'zod',
    ...['endpoints/endpoints.ts', 'stats.ts', 'store/parsed-query.ts', 'verify/index.ts'].map(
      (file) => ENGINE + file,
    ),
  ),
  // Confirming a destination begins with whether it is this machine.
  part(
    'endpoints',
    'zod',
    `${ENGINE}forward/loopback.ts`,
    // Test keys are made and named where they are used for judging.
    ...['key-pair.ts', 'test-keys.ts'].map((file) => `${ENGINE}verify/${file}`),
  ),
  // These put the parts together; only engine.ts itself chooses the implementations.
  { folder: `${ENGINE}intake/`, may: [ENGINE, 'src/shared/', 'node:'] },
  { folder: ENGINE, may: [ENGINE, 'src/shared/', 'node:', 'ws', 'zod', 'package.json'] },

  {
    folder: 'src/main/electron/',
    may: ['src/main/electron/', 'electron', ...HOST],
    mayAsTypes: INTERFACES,
  },
  { folder: 'src/main/headless/', may: ['src/main/headless/', 'ws', 'sirv', 'open', ...HOST] },
  {
    folder: 'src/main/cli/',
    may: [
      ...['src/main/cli/', 'src/shared/', 'node:', 'env-paths'],
      // The commands for a single request: verification alone, without the engine.
      ...[
        'stored.ts',
        'exchange/offline.ts',
        'verify/index.ts',
        'send-request.ts',
        'keys/key-cache.ts',
        'keys/with-keys.ts',
      ].map((file) => ENGINE + file),
    ],
  },
  { folder: 'src/main/', may: ['src/shared/', 'node:'] },
  { folder: 'src/preload/', may: ['electron'], mayAsTypes: ['src/shared/'] },

  dumb('src/renderer/components/'),
  dumb('src/renderer/viewers/'),
  dumb('src/renderer/lib/'),
  {
    folder: 'src/renderer/',
    may: ['src/renderer/', ...SHARED_WITH_RENDERER, ...RENDERER_PACKAGES],
    mayAsTypes: ['src/shared/'],
  },
];

export function ruleFor(path: string): Rule | undefined {
  return RULES.find(({ folder }) => path.startsWith(folder));
}

export function allows(patterns: string[], target: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('/') || pattern.endsWith(':')
      ? target.startsWith(pattern)
      : target === pattern,
  );
}
