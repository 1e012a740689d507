import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Astro and Vite promise nothing about their other paths: https://docs.astro.build/en/reference/modules/astro-config/ */
const privateImports = {
  patterns: [
    {
      regex: '^astro/(?!config$|zod$|loaders$|assets$|app$|types$|container$|middleware$)',
      message: 'This path of Astro is private: the next release may move it. Use what docs.astro.build names.',
    },
    { regex: '^vite/.', message: 'This path of Vite is private: the next release may move it.' },
    { regex: 'node_modules/', message: 'Import a package by its name.' },
  ],
};

export default defineConfig(
  globalIgnores(['dist', '.cache', '.astro', 'content', 'public/sw.js']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.astro'] },
    },
    rules: {
      'no-restricted-imports': ['error', privateImports],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Texts are taken apart into code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An empty text is no answer either.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Interfaces of Astro ask for functions that return promises.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['tests/**'],
    // Types of templates and of what a browser returns are not known here.
    rules: Object.fromEntries(
      [
        'no-non-null-assertion',
        'no-unnecessary-condition',
        'no-unnecessary-type-assertion',
        'no-unsafe-argument',
        'no-unsafe-assignment',
      ].map((name) => [`@typescript-eslint/${name}`, 'off']),
    ),
  },
  // The types of templates are checked by `astro check`.
  { files: ['**/*.astro', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
