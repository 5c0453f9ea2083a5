import { tryDamages } from '../language/parser/policy-damages.js';

/**
 * `npm run damages -- GRAINE UNE_SUR DEPUIS`: policies damaged in every way, each correction applied and each removal obeyed; ends in error
 * when one gives a clean policy of another meaning.
 */
const [seed = 2026, every = 1, from = 0] = process.argv.slice(2).map(Number);
const started = performance.now();
const { damages, mends, restored, faults } = tryDamages({
    seed,
    every,
    from,
    onProgress: (done) => {
        if (done % 100 === 0) console.log(`${done} dégâts`);
    },
});
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`graine ${seed}, un sur ${every} depuis ${from} : ${damages} dégâts, ${mends} remèdes suivis, ${restored} rendent le sens, en ${seconds} s`);
for (const fault of faults) console.log(`AUTRE SENS SANS CONSTAT : ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
