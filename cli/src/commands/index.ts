import type { Command } from './command.js';
import { EXPLIQUER } from './expliquer.js';
import { FORMATER } from './formater.js';
import { GENERER } from './generer.js';
import { LANGAGE } from './langage.js';
import { NOTER } from './noter.js';
import { REJOUER } from './rejouer.js';
import { TESTER } from './tester.js';
import { VERIFIER } from './verifier.js';

/** Every verb, in the order of the help. */
export const COMMANDS: readonly Command[] = [VERIFIER, FORMATER, TESTER, NOTER, EXPLIQUER, GENERER, REJOUER, LANGAGE];
