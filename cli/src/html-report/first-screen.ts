import type { Block, Telling } from '@bareme/language/telling';
import { toldContent } from './drawing/told-block.js';
import { el, type Child, type Markup } from './drawing/markup.js';

/** The first screen and the first sheet: the six findings in one glance, then what proves each, in their order; `after` a block, what the page alone can say. */
export function firstScreen({ first, sides }: Telling, after: Readonly<Record<string, Child>> = {}): readonly Markup[] {
    return [
        el(
            'section',
            { id: 'essentiel', 'aria-labelledby': 'essentiel-titre' },
            el('h2', { id: 'essentiel-titre' }, 'L’essentiel'),
            el('ol', { class: 'findings' }, first.map(finding)),
        ),
        ...first.map((block) =>
            el(
                'section',
                { id: anchorOf(block), class: 'first', 'aria-labelledby': `${anchorOf(block)}-titre` },
                el('h2', { id: `${anchorOf(block)}-titre` }, block.title),
                toldContent(block, sides),
                after[block.id],
            ),
        ),
    ];
}

/** The address of a block in the page. */
export function anchorOf({ id }: Block): string {
    return ANCHORS[id] ?? `bloc-${id}`;
}

const ANCHORS: Readonly<Record<string, string>> = {
    changes: 'ce-qui-change',
    movement: 'ce-qui-bouge',
    objectives: 'objectifs',
    people: 'qui-gagne-qui-perd',
    flux: 'flux',
    trust: 'quelle-confiance',
    everyone: 'toutes-les-classes',
    'flux-all': 'tous-les-soldes',
    'objective-parts': 'engagements-des-bailleurs',
    prefecture: 'prefecture',
    'objective-places': 'engagements-par-commune',
    'objective-years': 'annees-incompletes',
};

/** Variants told one by one under a finding. */
const TOLD = 3;

/** The finding, and what matters most: of each variant what it edits or moves, else an alert before a plain fact. */
function finding(block: Block): Markup {
    const [lead = '', ...rest] = block.title.split(' : ');
    const ofVariants = block.statements.filter(({ id }) => /^(edits|moved) /.test(id));
    const weighty =
        block.statements.find(({ severity }) => severity === 'bad' || severity === 'alert') ??
        block.statements.find(({ severity }) => severity === 'doubt') ??
        block.statements[0];
    const told = ofVariants.length > 0 && ofVariants.length <= TOLD ? ofVariants : weighty === undefined ? [] : [weighty];
    const title =
        rest.length === 0
            ? [el('a', { href: `#${anchorOf(block)}` }, block.title)]
            : [el('a', { href: `#${anchorOf(block)}` }, lead), ` : ${rest.join(' : ')}`];
    return el(
        'li',
        {},
        el('b', {}, title),
        told.map(({ text }) => el('span', {}, text)),
    );
}
