import { tryMutants } from '../language/parser/policy-mutants.js';
import { policyTexts } from './policy-texts.js';

/** `npm run mutants -- NOMBRE GRAINE DEPUIS`: mutants of the policies, each followed by a valid file; ends in error on the first fault. */
const [count = 1_000_000, seed = 20_240_101, from = 0] = process.argv.slice(2).map(Number);
const started = performance.now();
const { tried, faulty, refused } = tryMutants({
    texts: policyTexts(),
    seed,
    from,
    count,
    onProgress: (done) => {
        console.log(`${done} / ${count}`);
    },
});
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
    `mutants ${from} à ${from + tried - 1} de la graine ${seed} : ${tried} lus, ${faulty} fautifs, ${refused} refusés, 0 faute du lecteur, en ${seconds} s`,
);
