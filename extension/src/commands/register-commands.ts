import { commands } from 'vscode';
import type { NewExampleRequest } from '../protocol.js';
import type { Session } from '../client/session.js';
import { addLocalFact } from './ajouter-fait-local.js';
import { addNationalVocabulary } from './ajouter-vocabulaire-national.js';
import { previewAnnex } from './apercu-annexe.js';
import { explainDemand } from './expliquer.js';
import { formatShown } from './formater.js';
import { newExample } from './nouvel-exemple.js';
import { newPolicy } from './nouvelle-politique.js';
import { newVariant } from './nouvelle-variante.js';
import { newVersion } from './nouvelle-version.js';
import { restart } from './redemarrer.js';
import { replay } from './rejouer.js';
import { showExamples, showPlaces } from './montrer.js';
import { check } from './verifier.js';

/** The version above which a lens stands. */
interface VersionOfLens {
    readonly policy: string;
    readonly version: string;
}

/** Menus and views give a command things of their own: only what a lens gives is heard. */
function versionOfLens(asked: unknown): VersionOfLens | undefined {
    const { policy, version } = (typeof asked === 'object' && asked !== null ? asked : {}) as Readonly<Record<string, unknown>>;
    return typeof policy === 'string' && typeof version === 'string' ? { policy, version } : undefined;
}

/** The commands of the palette, by their identifier. */
const COMMANDS: Readonly<Record<string, (session: Session, lens?: VersionOfLens) => Promise<void>>> = {
    'bareme.verifier': check,
    'bareme.formater': formatShown,
    'bareme.ajouterVocabulaireNational': addNationalVocabulary,
    'bareme.nouvellePolitique': newPolicy,
    'bareme.nouvelleVersion': newVersion,
    'bareme.nouvelleVariante': newVariant,
    'bareme.ajouterFaitLocal': addLocalFact,
    'bareme.expliquer': explainDemand,
    'bareme.rejouer': replay,
    'bareme.apercuAnnexe': previewAnnex,
    'bareme.redemarrer': restart,
};

/** Registers every command. */
export function registerCommands(session: Session): void {
    for (const [name, run] of Object.entries(COMMANDS)) {
        session.context.subscriptions.push(commands.registerCommand(name, (asked: unknown) => run(session, versionOfLens(asked))));
    }
    // What the lenses and the actions of the server do; the palette does not show them.
    session.context.subscriptions.push(
        commands.registerCommand('bareme.nouvelExemple', (asked: NewExampleRequest) => newExample(session, asked)),
        commands.registerCommand('bareme.montrer', showPlaces),
        commands.registerCommand('bareme.montrerExemples', showExamples),
    );
}
