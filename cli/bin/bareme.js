#!/usr/bin/env node
// Starts Barème: checks the version of Node in words that a newcomer understands, then hands over.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 12)) {
    console.error(`Barème demande Node 22.12 ou plus récent ; celui-ci est ${process.versions.node}.`);
    console.error('Depuis le dépôt, « npx bareme » emploie le Node que npm a installé ; ailleurs, voyez https://nodejs.org.');
    process.exitCode = 2;
} else {
    const { main } = await import('../dist/main.js').catch((error) => {
        if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
        console.error('Barème n’est pas encore construit : lancez d’abord « npm run setup ».');
        process.exit(2);
    });
    process.exitCode = await main(process.argv.slice(2));
}
