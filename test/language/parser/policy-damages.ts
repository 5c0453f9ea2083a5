import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCompiler, createSourceParser, runToEnd, type Compilation, type SourceText } from '@bareme/language';
import { disjointFixes, type Diagnostic, type TextEdit } from '@bareme/language/diagnostics';
import { edited } from '../diagnostics/pages.js';
import { withoutPlaces } from '../printing/without-places.js';
import { DAMAGES, damaged } from './damages.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What was tried, and each correction or removal that gave a clean program of another meaning. */
export interface Trial {
    readonly damages: number;
    readonly mends: number;
    readonly restored: number;
    readonly faults: readonly string[];
}

/** Which damages are tried: those whose rank has this remainder. */
export interface Slice {
    readonly seed: number;
    readonly every: number;
    readonly from: number;
    readonly onProgress?: (done: number) => void;
}

/** A remedy that asks for what is underlined to be taken out. */
const TAKES_OUT = /^(?:Supprimez|Retirez)/;

interface Program {
    readonly files: readonly SourceText[];
    readonly damagedFiles: readonly SourceText[];
}

function filesOf(pattern: string): readonly SourceText[] {
    return globSync(pattern, { cwd: ROOT })
        .sort()
        .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

/** The national words with Valmont, each file of which is damaged in turn; the samples, each alone. */
function programs(): readonly Program[] {
    const valmont = [...filesOf('policies/national/*.bareme'), ...filesOf('policies/valmont/**/*.bareme')];
    const samples = filesOf('policies/samples/*.bareme').filter(({ path }) => !path.endsWith('-bad.bareme'));
    return [{ files: valmont, damagedFiles: valmont }, ...samples.map((file) => ({ files: [file], damagedFiles: [file] }))];
}

/** Damages every policy in every way, and obeys what the findings propose. */
export function tryDamages(slice: Slice): Trial {
    const total = { damages: 0, mends: 0, restored: 0, faults: [] as string[] };
    let rank = 0;
    for (const { files, damagedFiles } of programs()) {
        const obeying = new Obeying(files);
        for (const [place, file] of damagedFiles.entries()) {
            for (const [kind, damage] of DAMAGES.entries()) {
                rank += 1;
                if (rank % slice.every !== slice.from) continue;
                const text = damaged(file.text, damage, slice.seed * 7919 + place * 104_729 + kind * 31);
                if (text === undefined) continue;
                total.damages += 1;
                const { mends, restored, faults } = obeying.obey({ path: file.path, text });
                total.mends += mends;
                total.restored += restored;
                total.faults.push(...faults.map((fault) => `${file.path}, ${damage.kind}: ${fault}`));
                slice.onProgress?.(total.damages);
            }
        }
    }
    return total;
}

/** A program kept compiled, whose files are damaged one at a time. */
class Obeying {
    private readonly compiler = createCompiler(createSourceParser());
    private readonly files: readonly SourceText[];
    private readonly meaning: string;
    private readonly told: ReadonlySet<string>;

    constructor(files: readonly SourceText[]) {
        this.files = files;
        const sound = runToEnd(this.compiler.update(files));
        this.meaning = meaningOf(sound);
        this.told = new Set(sound.diagnostics.map(saying));
    }

    obey(file: SourceText): Omit<Trial, 'damages'> {
        const found = this.compile(file).diagnostics.filter((each) => !this.told.has(saying(each)));
        const mends = this.mendsOf(file, found);
        const faults: string[] = [];
        let restored = 0;
        for (const { by, edits } of mends) {
            const compilation = this.compile({ path: file.path, text: edited(file.text, edits) });
            if (compilation.diagnostics.some((each) => !this.told.has(saying(each)))) continue;
            if (meaningOf(compilation) === this.meaning || this.isRenaming(compilation, file, edits)) restored += 1;
            else
                faults.push(
                    `${by} at ${JSON.stringify(file.text.slice(Math.max(0, (edits[0]?.location.start ?? 0) - 40), (edits[0]?.location.end ?? 0) + 40))}`,
                );
        }
        this.compile(this.files.find(({ path }) => path === file.path) ?? file);
        return { mends: mends.length, restored, faults };
    }

    /** Each correction alone, all at once, and what a remedy asks to take out. */
    private mendsOf({ path }: SourceText, found: readonly Diagnostic[]): readonly { readonly by: string; readonly edits: readonly TextEdit[] }[] {
        const here = found.filter(({ location }) => location?.path === path);
        const fixes = here.flatMap(({ code, fix }) =>
            fix?.edits.every(({ location }) => location.path === path) === true ? [{ by: `${code} ${fix.title}`, edits: fix.edits }] : [],
        );
        const together = disjointFixes(here.filter(({ fix }) => fix !== undefined)).flat();
        const takenOut = here.flatMap(({ code, remedy, location }) =>
            location !== undefined && TAKES_OUT.test(remedy) ? [{ by: `${code} ${remedy}`, edits: [{ location, newText: '' }] }] : [],
        );
        return [...fixes, ...(fixes.length > 1 ? [{ by: 'all corrections', edits: together }] : []), ...takenOut];
    }

    /** A declaration was damaged, and its uses follow it: the same meaning under another name. */
    private isRenaming(compilation: Compilation, { text }: SourceText, edits: readonly TextEdit[]): boolean {
        const names = new Map(edits.map(({ location, newText }) => [newText, text.slice(location.start, location.end)]));
        return [...names].every(([name]) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) && this.meaning === withNames(meaningOf(compilation), names);
    }

    private compile(file: SourceText): Compilation {
        return runToEnd(this.compiler.update([file]));
    }
}

/** A finding without its place. */
function saying({ code, message }: Diagnostic): string {
    return `${code} ${message}`;
}

/** A meaning whose names are replaced by others, where they stand whole. */
function withNames(meaning: string, names: ReadonlyMap<string, string>): string {
    return meaning.replace(/[\p{L}\p{N}_]+/gu, (name) => names.get(name) ?? name);
}

function meaningOf({ project }: Compilation): string {
    return JSON.stringify(withoutPlaces(project));
}
