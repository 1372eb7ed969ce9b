import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The walls between folders (the table in CONTRIBUTING.md). Each entry names a folder and the folders whose modules it
 * must not import; the patterns match the path as written in the import statement.
 */
const CORE_STEPS = ['sheets', 'values', 'reading', 'rules', 'tables', 'checks', 'report'];
const FACES = ['taskpane', 'commands', 'workbench', 'cli'];
const CORE_BEYOND_SHEETS = ['core/reading', 'core/rules', 'core/tables', 'core/checks', 'core/report'];
const OUTSIDE_CORE = ['workbooks', 'host', 'printing', ...FACES];

const forbid = (folders, extra = []) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          // A language's messages are files named for the part that shows them, such as ../ja/workbench.
          regex: `^(?!\\.\\./(ja|en)/)\\.{1,2}/(.*/)?(${folders.join('|')})(/|$)`,
          message: 'This import crosses a wall of the architecture.',
        },
        ...extra,
      ],
    },
  ],
});

const onlyDecimal = [
  { regex: '^(?!\\.|decimal\\.js$)', message: 'The core imports decimal.js and nothing else from npm.' },
];
const coreWall = (folder, mayImport) => ({
  files: [`src/core/${folder}/**/*.ts`],
  rules: forbid(
    [
      ...CORE_STEPS.filter((step) => step !== folder && !mayImport.includes(step)),
      ...OUTSIDE_CORE,
      ...(folder === 'report' ? [] : ['messages']),
    ],
    onlyDecimal,
  ),
});

const face = (name) => ({
  files: [`src/${name}/**/*.{ts,tsx}`],
  rules: forbid(FACES.filter((other) => other !== name)),
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', '.cache/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-console': 'off' },
  },
  {
    files: ['src/taskpane/**', 'src/workbench/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/core/**/*.ts', 'src/messages/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Dates are {year, month, day}; the clock is a parameter.' },
        'parseFloat',
        'Excel',
        'Office',
      ],
      'no-restricted-properties': [
        'error',
        ...['round', 'floor', 'ceil', 'trunc'].map((property) => ({
          object: 'Math',
          property,
          message: 'Exact decimals only: use rules/rounding or integer helpers in values/.',
        })),
      ],
    },
  },
  { files: ['src/core/verify.ts', 'src/core/writeSheets.ts'], rules: forbid(OUTSIDE_CORE, onlyDecimal) },
  coreWall('values', []),
  coreWall('sheets', ['values']),
  coreWall('reading', ['values']),
  coreWall('rules', ['values', 'reading']),
  coreWall('tables', ['values', 'sheets', 'reading', 'rules']),
  coreWall('checks', ['values', 'sheets', 'reading', 'rules', 'tables']),
  coreWall('report', ['values', 'sheets', 'reading', 'rules', 'tables', 'checks']),
  { files: ['src/messages/**/*.ts'], rules: forbid([...OUTSIDE_CORE, 'tables', 'report']) },
  {
    files: ['src/workbooks/**/*.ts'],
    rules: forbid(['host', 'printing', ...FACES, ...CORE_BEYOND_SHEETS]),
  },
  {
    files: ['src/host/**/*.ts'],
    rules: forbid([...FACES, 'workbooks/excel', 'workbooks/page', 'printing', ...CORE_BEYOND_SHEETS]),
  },
  { files: ['src/printing/**/*.ts'], rules: forbid(['workbooks', 'host', 'messages', ...FACES]) },
  ...FACES.map(face),
  { files: ['src/cli/**/*.ts', 'bench/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
);
