import { createSourceParser, type SourceText } from '@bareme/language';
import type { ParsedSource } from '../../../language/src/parser/source-text.js';
import { LoweringMemory } from '../../../language/src/lowering/lowering-memory.js';
import { loweringSteps } from '../../../language/src/lowering/lower-project.js';
import { withoutPlaces } from '../printing/without-places.js';
import { writtenParts, type WrittenPart } from './written-parts.js';

const parser = createSourceParser();

/** What files mean, places apart, and what is said against them. */
interface Reading {
    readonly meaning: string;
    readonly findings: readonly string[];
}

/** A part that is taken away, or changed, without a change of meaning nor a finding. */
export interface Dropped {
    readonly path: string;
    readonly line: number;
    readonly property: string;
    readonly written: string;
    readonly change: 'without' | 'altered' | 'alike';
}

/** Files read again and again, one of them changed. */
export class DropHunt {
    private readonly memory = new LoweringMemory();
    private readonly parsed: readonly ParsedSource[];
    private readonly before: Reading;
    /** Every part of the files that can be tried, in their order. */
    readonly parts: readonly (readonly [file: number, part: WrittenPart])[];

    private readonly sources: readonly SourceText[];

    constructor(sources: readonly SourceText[]) {
        this.sources = sources;
        this.parsed = sources.map((source) => parser.parse(source));
        this.before = this.read(this.parsed);
        this.parts = this.parsed.flatMap(({ root, text }, file) => (root === undefined ? [] : writtenParts(root, text).map((part) => [file, part] as const)));
    }

    /** Whether the part counts: what was dropped of it. */
    tried([file, part]: readonly [number, WrittenPart]): readonly Dropped[] {
        const source = this.sources[file];
        if (source === undefined) return [];
        const line = source.text.slice(0, part.start).split('\n').length;
        const dropped = { path: source.path, line, property: part.property, written: source.text.slice(part.start, part.end).slice(0, 80) };
        return [
            ...(this.isSilent(file, part.without, 'first') ? [{ ...dropped, change: 'without' as const }] : []),
            ...(this.isSilent(file, part.altered, 'all') ? [{ ...dropped, change: 'altered' as const }] : []),
            ...(this.areAlike(file, part.forms) ? [{ ...dropped, change: 'alike' as const }] : []),
        ];
    }

    /** Whether the first of the texts that can be read, or any of them, says the same as what was written. */
    private isSilent(file: number, texts: readonly string[], which: 'first' | 'all'): boolean {
        for (const text of texts) {
            const after = this.readWith(file, text);
            if (after === undefined) continue;
            if (after.meaning === this.before.meaning && !this.isFound(after)) return true;
            if (which === 'first') return false;
        }
        return false;
    }

    /** Whether two of the texts, with nothing found in either, say the same. */
    private areAlike(file: number, texts: readonly string[]): boolean {
        const meanings = texts.flatMap((text) => {
            const after = this.readWith(file, text);
            return after === undefined || this.isFound(after) ? [] : [after.meaning];
        });
        return new Set(meanings).size < meanings.length;
    }

    /** What the files say with another text in the place of one; nothing where it cannot be read. */
    private readWith(file: number, text: string): Reading | undefined {
        const changed = parser.parse({ path: this.sources[file]?.path ?? '', text });
        return changed.diagnostics.length > 0 ? undefined : this.read(this.parsed.map((source, place) => (place === file ? changed : source)));
    }

    private isFound({ findings }: Reading): boolean {
        return findings.some((finding) => !this.before.findings.includes(finding));
    }

    private read(parsed: readonly ParsedSource[]): Reading {
        const steps = loweringSteps(parsed, { memory: this.memory, pause: undefined });
        for (let step = steps.next(); ; step = steps.next()) {
            if (step.done !== true) continue;
            const { project, diagnostics } = step.value;
            return { meaning: JSON.stringify(withoutPlaces(project)), findings: diagnostics.map(({ code, message }) => `${code} ${message}`) };
        }
    }
}
