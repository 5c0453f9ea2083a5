// Lets Node run the TypeScript scripts of test/ as they are: `./x.js` is read from `./x.ts` when only that file exists.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
    resolve(specifier, context, next) {
        if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !context.parentURL?.startsWith('file:')) return next(specifier, context);
        const script = new URL(specifier, context.parentURL);
        const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
        return existsSync(fileURLToPath(script)) || !existsSync(fileURLToPath(source)) ? next(specifier, context) : next(source.href, context);
    },
});
