import type { Frame, Locator, Page } from 'playwright-core';

/** The box in which VS Code asks: the palette, a file, a line, an answer. */
const box = (page: Page): Locator => page.locator('.quick-input-widget .quick-input-box input');

/** A line that the box proposes. */
const proposed = (page: Page, text: string): Locator => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

/** How long VS Code is given to show what a gesture asks, before the gesture is made again. */
const PATIENCE_MILLISECONDS = 10_000;

/** Makes a gesture until what it asks is shown: VS Code forgets those that come before it is ready. */
export async function until(shown: Locator, gesture: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 9; tries += 1) {
        await gesture();
        const is = await shown.waitFor({ timeout: PATIENCE_MILLISECONDS }).then(
            () => true,
            () => false,
        );
        if (is) return;
        await shown.page().keyboard.press('Escape');
    }
    throw new Error(`never shown: ${shown.toString()}`);
}

/** Runs a command of the palette by its title. A palette opened before an extension has told its commands never shows them. */
export async function runCommand(page: Page, title: string): Promise<void> {
    await until(proposed(page, title), async () => {
        await page.keyboard.press('F1');
        await box(page).waitFor();
        await box(page).fill(`>${title}`);
    });
    await proposed(page, title).click();
}

/** Opens a file by its whole path and waits for its text. */
export async function openFile(page: Page, path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await page.keyboard.press('Control+P');
    await box(page).waitFor();
    await box(page).fill(path);
    await proposed(page, name).click();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Keys go to the text again some time after the box has closed. */
async function textFocused(page: Page): Promise<void> {
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** Answers the question that VS Code asks; the next one has other words. */
export async function answer(page: Page, question: string, text: string): Promise<void> {
    const asked = page.locator('.quick-input-widget', { hasText: question });
    await asked.waitFor();
    await box(page).fill(text);
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'hidden' });
}

/** Takes a line of those that VS Code proposes. */
export async function choose(page: Page, text: string): Promise<void> {
    await proposed(page, text).click();
}

/** Puts the cursor in the open editor; at the end of the line without a column. */
export async function goTo(page: Page, line: number, column = 999): Promise<void> {
    await page.keyboard.press('Control+G');
    await box(page).waitFor();
    await box(page).fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
    await textFocused(page);
}

/** A new line below the cursor. The key is lost where the box that was just closed still holds the keyboard: it is pressed until the cursor moves. */
async function newLine(page: Page): Promise<void> {
    const place = await page.locator('.statusbar-item', { hasText: /^Ln \d+,/ }).innerText();
    const line = Number(/^Ln (\d+)/.exec(place)?.[1]);
    await until(page.locator('.statusbar-item', { hasText: `Ln ${line + 1},` }), () => page.keyboard.press('Enter'));
}

/** Writes lines below the cursor, each at once; what VS Code proposes meanwhile is left aside. */
export async function write(page: Page, ...lines: readonly string[]): Promise<void> {
    for (const line of lines) {
        await newLine(page);
        await page.keyboard.insertText(line);
        await page.keyboard.press('Escape');
    }
}

/** Saves the open file. */
export function save(page: Page): Promise<void> {
    return until(page.locator('.tab.active:not(.dirty)'), () => page.keyboard.press('Control+S'));
}

/** Replaces words everywhere in the open editor. */
export async function replaceInFile(page: Page, words: string, others: string): Promise<void> {
    await page.keyboard.press('Control+H');
    const widget = page.locator('.find-widget.visible');
    await widget.locator('.find-part textarea').fill(words);
    await widget.locator('.replace-part textarea').fill(others);
    await page.keyboard.press('Control+Alt+Enter');
    await page.keyboard.press('Escape');
}

/** The line of the status bar that is ours, once it says this. */
export async function statusSays(page: Page, text: string): Promise<void> {
    await page.locator('.statusbar-item[id*="bareme"]', { hasText: text }).waitFor();
}

/** The panel that holds an element: panels are frames inside frames. */
export async function panelWith(page: Page, selector: string, milliseconds = 60_000): Promise<Frame> {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
        for (const frame of page.frames()) {
            const found = await frame
                .locator(selector)
                .count()
                .catch(() => 0);
            if (found > 0) return frame;
        }
        await page.waitForTimeout(100);
    }
    throw new Error(`no panel holds ${selector}`);
}
