import type { Reader, Telling } from '@bareme/language/telling';
import { el, type Child, type Markup } from './drawing/markup.js';
import type { Section } from './drawing/section.js';
import { toldContent } from './drawing/told-block.js';
import { anchorOf } from './first-screen.js';

/** A part of the page for one reader: collapsed on screen, printable apart. `sections` are what it holds, in order. */
interface ReaderPart {
    readonly reader: Exclude<Reader, 'all'> | 'method';
    readonly id: string;
    readonly title: string;
    readonly sections: readonly string[];
}

/** Every part, in the order of a meeting; what stands in no other is for those who check. */
const PARTS: readonly ReaderPart[] = [
    { reader: 'council', id: 'partie-conseil', title: 'Pour le conseil', sections: ['attente'] },
    {
        reader: 'conference',
        id: 'partie-conference',
        title: 'Pour la conférence intercommunale du logement',
        sections: ['mouvements', 'tension', 'premieres', 'entrants', 'refus', 'signalements'],
    },
    { reader: 'prefecture', id: 'partie-prefecture', title: 'Pour la préfecture', sections: ['publics'] },
    { reader: 'reservees', id: 'partie-reservataires', title: 'Pour les réservataires', sections: ['conventions', 'reservataires', 'bilans'] },
    { reader: 'landlords', id: 'partie-bailleurs', title: 'Pour les bailleurs', sections: ['bailleurs'] },
    { reader: 'applicants', id: 'partie-demandeurs', title: 'Pour les demandeurs', sections: ['demandeur'] },
    { reader: 'method', id: 'partie-methode', title: 'Méthode, limites et reçu', sections: [] },
];

/** A part with what it holds. */
export interface FilledPart {
    readonly id: string;
    readonly title: string;
    readonly sections: readonly Section[];
}

/** The parts that hold something: the blocks of the telling, then the sections of the report. */
export function filledParts({ parts, sides }: Telling, sections: readonly Section[]): readonly FilledPart[] {
    const placed = new Set(PARTS.flatMap((part) => part.sections));
    return PARTS.flatMap(({ reader, id, title, sections: ids }) => {
        const told = parts
            .filter((block) => block.reader === reader)
            .map((block): Section => ({ id: anchorOf(block), title: block.title, content: toldContent(block, sides) }));
        const own =
            reader === 'method'
                ? sections.filter((section) => !placed.has(section.id))
                : ids.flatMap((wanted) => sections.filter((section) => section.id === wanted));
        return told.length + own.length === 0 ? [] : [{ id, title, sections: [...told, ...own].map(withoutReader) }];
    });
}

/** « Pour les bailleurs : instruire » is « Instruire » under the title of its part. */
function withoutReader(section: Section): Section {
    const short = section.title.replace(/^(Pour l[^:]*|Annexe) : /, '');
    return { ...section, title: short.charAt(0).toUpperCase() + short.slice(1) };
}

/** A part as a browser folds it: its sections come under its title, so their headings go down one level. */
export function partMarkup({ id, title, sections }: FilledPart): Markup {
    return el(
        'details',
        { class: 'part', id },
        el('summary', {}, el('h2', {}, title)),
        sections.map((section) =>
            el(
                'section',
                { id: section.id, 'aria-labelledby': `${section.id}-titre` },
                el('h3', { id: `${section.id}-titre` }, section.title),
                section.content.map(lowered),
            ),
        ),
    );
}

const LOWER: Readonly<Record<string, string>> = { h3: 'h4', h4: 'h5' };

function lowered(child: Child): Child {
    if (typeof child !== 'object') return child;
    return { ...child, tag: LOWER[child.tag] ?? child.tag, children: child.children.map(lowered) };
}
