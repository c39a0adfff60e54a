/**
 * Law 1 of ARCHITECTURE.md as rules: which room may import what. Types count as imports here, so a cycle of types is
 * a cycle. Tests, and files only tests use, may import anything; nothing may import them back.
 */
const TESTS = '\\.(test|testing)\\.tsx?$';

/** The libraries that shared/ may use: each is plain ECMAScript and runs in Node, a page and a worker alike. */
const SHARED_LIBRARIES = [
  'zod',
  'papaparse',
  'ical\\.js',
  'saxes',
  'libphonenumber-js',
  'windows-iana',
  'fflate',
  'postal-mime',
  'any-ascii',
  'damerau-levenshtein',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one concept in two places; move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-stands-alone',
      comment:
        'shared/ runs in Node, in a page and in a worker: it imports shared/ and a few plain libraries.',
      severity: 'error',
      from: { path: '^shared/', pathNot: TESTS },
      to: {
        pathNot: ['^shared/', `^node_modules/(@types/)?(${SHARED_LIBRARIES.join('|')})/`],
      },
    },
    {
      name: 'page-knows-no-host',
      comment: 'The page asks a Host by contract and never imports the code that answers.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TESTS },
      to: { path: ['^electron/', '^scripts/', '^e2e/', '^bench/'] },
    },
    {
      name: 'page-has-no-node',
      comment: 'The page is sandboxed: there is no Node in it.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'host-knows-no-page',
      comment: 'What runs in Node serves the built page as files and imports none of it.',
      severity: 'error',
      from: { path: '^electron/', pathNot: TESTS },
      to: { path: ['^renderer/', '^scripts/', '^e2e/', '^bench/'] },
    },
    {
      name: 'electron-at-the-edge',
      comment: 'Only the desktop entry, the preload and electron/desktop/ know Electron.',
      severity: 'error',
      from: {
        path: '^(shared|electron|renderer|e2e|bench)/',
        pathNot: ['^electron/(main|preload)\\.ts$', '^electron/desktop/', TESTS],
      },
      to: { path: ['^node_modules/electron/', '^electron(/(main|common|renderer|utility))?$'] },
    },
    {
      name: 'entries-are-ends',
      comment: 'An entry starts an app when it is loaded: nothing imports it.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: ['^electron/(main|preload|browser|cli)\\.ts$', '^renderer/main\\.tsx$'] },
    },
    {
      name: 'host-has-no-carrier',
      comment: 'electron/host answers the contract; how a question reached it is not its concern.',
      severity: 'error',
      from: { path: '^electron/host/', pathNot: TESTS },
      to: {
        path: [
          '^(node:)?(http|https|http2)$',
          '^node_modules/(@types/)?ws/',
          '^electron/(loopback|desktop)/',
        ],
      },
    },
    {
      name: 'no-development-libraries',
      comment:
        'What the app runs with belongs in "dependencies". (Electron brings itself and stays out of the bundle.)',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: TESTS },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'type-only'],
        pathNot: '^node_modules/(@types|electron)/',
      },
    },
    {
      name: 'no-tests-in-the-app',
      comment: 'A *.testing.ts file is for tests.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'listed-in-package-json',
      comment: 'A package that is there only because another brought it can go at any time.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|node_modules/\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
