import { serveLanguage } from '@bareme/language/node';
import { exampleResults } from '../examples/index.js';
import { EXIT } from '../exit-codes.js';
import type { Command } from './command.js';

/** `bareme langage`: the language server of editors, on standard input and output. */
export const LANGAGE: Command = {
    name: 'langage',
    alias: 'lsp',
    summary: 'sert un éditeur : constats pendant la frappe, complétion, renommage, corrections, mise en forme',
    options: [],
    details: [
        'Le serveur parle le protocole LSP sur l’entrée et la sortie standard, et s’arrête quand l’éditeur le quitte. Il ne lit que les fichiers',
        '.bareme des dossiers que l’éditeur ouvre, et rien ne sort de la machine.',
    ],
    examples: ['bareme langage'],
    run: async () => {
        await serveLanguage({ examples: exampleResults });
        return EXIT.clean;
    },
};
