import type { Page } from 'playwright-core';

/** What a monkey does not press: it opens other files, takes typed texts away on purpose, or leaves the page. */
const LEFT_ALONE = /^(?:Rejouer|Choisir|Ouvrir|Revenir au texte ouvert|Supprimer|Conserver|Reprendre|Effacer|Enregistrer|Réessayer)/;

/** Integers under a bound, the same for a seed on every machine. */
function draws(seed: number): (below: number) => number {
    let state = (seed ^ 0x9e37_79b9) >>> 0 || 1;
    return (below) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return (state >>> 8) % below;
    };
}

/** Presses one of the things that can be pressed, chosen by a number; gives what it was. */
function press(page: Page, draw: number): Promise<string> {
    return page.evaluate(
        ({ draw: chosen, leftAlone }) => {
            const root = document.querySelector('dialog[open]') ?? document;
            const isSeen = (element: HTMLElement): boolean => {
                element.scrollIntoView({ block: 'center' });
                const { left, top, width, height } = element.getBoundingClientRect();
                const over = document.elementFromPoint(left + width / 2, top + height / 2);
                return over !== null && (element.contains(over) || over.contains(element));
            };
            const nameOf = (element: HTMLElement): string => (element.getAttribute('aria-label') ?? element.innerText ?? '').trim();
            const all = [
                ...root.querySelectorAll<HTMLElement>(
                    'a[href^="#"], button:not(:disabled), summary, input:is([type=radio], [type=checkbox]), [role=row], select',
                ),
            ];
            const candidates = all.filter((element) => !new RegExp(leftAlone).test(nameOf(element)) && element.closest('.monaco-editor') === null);
            for (let step = 0; step < candidates.length; step += 1) {
                const element = candidates[(chosen + step) % candidates.length];
                if (element === undefined || !isSeen(element)) continue;
                if (element instanceof HTMLSelectElement) {
                    const option = element.options[chosen % element.options.length];
                    if (option === undefined) continue;
                    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(element, option.value);
                    element.dispatchEvent(new Event('change', { bubbles: true }));
                } else element.click();
                return nameOf(element).slice(0, 60);
            }
            return '';
        },
        { draw, leftAlone: LEFT_ALONE.source },
    );
}

const KEYS = ['Tab', 'Shift+Tab', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Escape', 'Home', 'End', 'PageDown'];

/** Types a line of its own in the text that is shown, if one is; gives the line. */
async function typeLine(page: Page, name: string): Promise<string | undefined> {
    const editor = page.locator('.monaco-editor .view-lines').first();
    if ((await page.locator('dialog[open]').count()) > 0 || !(await editor.isVisible())) return undefined;
    await editor.click({ timeout: 2000, position: { x: 5, y: 5 } }).catch(() => undefined);
    const isTyping = await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
    if (!isTyping) return undefined;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\n// ${name}\n`);
    return name;
}

/** What a monkey did, and the lines that it typed. */
export interface MonkeyWalk {
    readonly typed: readonly string[];
    readonly trail: readonly string[];
}

/** So many random interactions: presses, keys, numbers moved, lines typed. The same seed does the same, as far as the page does. */
export async function monkeyWalk(page: Page, { seed, steps }: { readonly seed: number; readonly steps: number }): Promise<MonkeyWalk> {
    const draw = draws(seed);
    const [typed, trail]: [string[], string[]] = [[], []];
    for (let step = 0; step < steps; step += 1) {
        const kind = draw(10);
        if (kind < 6) trail.push(await press(page, draw(1_000_003)));
        else if (kind < 9) {
            const key = KEYS[draw(KEYS.length)] ?? 'Tab';
            trail.push(key);
            // A key that edits what was typed would lose it on purpose: none of these does.
            await page.keyboard.press(key);
        } else {
            const line = await typeLine(page, `ligne ${seed}-${step}`);
            if (line !== undefined) typed.push(line);
            trail.push(line ?? 'rien à écrire');
        }
        if (step % 10 === 9) await page.waitForTimeout(20);
    }
    return { typed, trail };
}
