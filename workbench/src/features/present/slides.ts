import { ACT_WORDS, type Act, type Block, type ClauseChange, type Telling, type VariantChanges } from '@bareme/language/telling';
import { titleOf } from '../../base/told/told-block.js';

interface SlideHead {
    readonly subject: string;
    readonly title: string;
}

/** What is compared, where, and what must be known of the figures. */
interface CoverSlide extends SlideHead {
    readonly kind: 'cover';
    readonly lines: readonly string[];
}

/** What one variant asks of one act: its clauses, and who decides. */
export interface ActSlide extends SlideHead {
    readonly kind: 'act';
    readonly asked: string;
    readonly changes: readonly ClauseChange[];
}

/** One finding, with what proves it. */
interface FindingSlide extends SlideHead {
    readonly kind: 'finding';
    readonly block: Block;
}

/** One page of a presentation. */
export type Slide = CoverSlide | ActSlide | FindingSlide;

/** The pages of a telling: what is compared, one question per variant and act, then each finding. */
export function slidesOf({ title, period, warnings, edition, variants, first }: Telling): readonly Slide[] {
    return [
        { kind: 'cover', subject: warnings.join(' · '), title, lines: [`${period.text}.`, edition.text] },
        ...variants.flatMap(actSlides),
        ...first.filter(({ id }) => id !== 'changes').map(findingSlide),
    ];
}

const ACTS: readonly Act[] = ['plan', 'agreement', 'convention'];

/** What is asked of those in the room: on the plan the conference gives an opinion, and votes nothing. */
const QUESTIONS: Readonly<Record<Act, string>> = {
    plan: 'quel avis donner sur ce texte ?',
    agreement: 'retenir ce texte ?',
    convention: 'signer ce texte ?',
};

function actSlides({ label, changes }: VariantChanges): readonly ActSlide[] {
    return ACTS.flatMap((act): readonly ActSlide[] => {
        const own = changes.filter((change) => change.act === act);
        if (own.length === 0) return [];
        const { name, asked } = ACT_WORDS[act];
        return [{ kind: 'act', subject: `Question : ${name}`, title: `« ${label} » : ${QUESTIONS[act]}`, asked, changes: own }];
    });
}

function findingSlide(block: Block): FindingSlide {
    const { subject, finding } = titleOf(block);
    return { kind: 'finding', subject, title: finding, block };
}
