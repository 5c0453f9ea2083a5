import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../.ci/chromium.mjs';
import { findCodeServer } from '../../.ci/code-server.mjs';
import { buildVsix } from '../../extension/scripts/package.mjs';

const STARTUP_MILLISECONDS = 240_000;
const MOST_STARTS = 3;
const WAITING_MILLISECONDS = 60_000;

/** A real VS Code on a folder of its own, with the extension installed from its `.vsix`. */
export interface Editor {
    readonly page: Page;
    /** The folder that is open. */
    readonly folder: string;
    /** What the page said of its errors. */
    readonly errors: readonly string[];
    /** Text of a file of the folder, as the disk has it. */
    readonly read: (path: string) => string;
    /** Ends the process of the language server, as the system would for want of memory. */
    readonly killServer: () => void;
    /** Whether the language server is a process of the machine. */
    readonly hasServerProcess: () => boolean;
    /** Keeps what the window shows, where photographs are wanted. */
    readonly photograph: (name: string) => Promise<void>;
    readonly close: () => Promise<void>;
}

export interface EditorOptions {
    /** Files of the folder, by path. */
    readonly files?: Readonly<Record<string, string>>;
    /** Folders of the repository to copy, by their place in the folder. */
    readonly copies?: Readonly<Record<string, string>>;
    /** Name of the folder. */
    readonly name?: string;
    readonly settings?: Readonly<Record<string, unknown>>;
    /** Where photographs go; none without. */
    readonly photographs?: string;
    readonly viewport?: { readonly width: number; readonly height: number };
}

const SETTINGS = {
    'workbench.startupEditor': 'none',
    'workbench.enableExperiments': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'security.workspace.trust.enabled': false,
    'window.commandCenter': false,
    'chat.commandCenter.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.tips.enabled': false,
    'workbench.colorTheme': 'Default Light Modern',
    'git.enabled': false,
    'files.autoSave': 'off',
    'editor.minimap.enabled': false,
    // Each repaint is made by the processor here.
    'editor.cursorBlinking': 'solid',
    'workbench.reduceMotion': 'on',
};

/** Starts VS Code on a new folder. */
export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
    const home = mkdtempSync(join(tmpdir(), 'bareme-editor-'));
    const folder = join(home, options.name ?? 'territoire');
    mkdirSync(folder);
    for (const [place, from] of Object.entries(options.copies ?? {})) cpSync(from, join(folder, place), { recursive: true });
    for (const [path, text] of Object.entries(options.files ?? {})) write(join(folder, path), text);
    write(join(home, 'ud/User/settings.json'), JSON.stringify({ ...SETTINGS, ...options.settings }));
    const vsix = await vsixOnce();
    const { entry, env } = program(home);
    const base = ['--extensions-dir', join(home, 'ext'), '--user-data-dir', join(home, 'ud')];
    execFileSync(process.execPath, [entry, ...base, '--install-extension', vsix, '--force'], { env, stdio: 'pipe' });
    const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
    const start = (): ChildProcess =>
        spawn(process.execPath, [entry, ...base, ...quiet, '--locale', 'fr', '--bind-addr', '127.0.0.1:0'], { env, stdio: 'pipe' });
    const { server, address } = await started(start);
    try {
        const browser = await chromium.launch({
            executablePath: findChromium(),
            args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=fr'],
        });
        return await drive({ browser, server, home, folder, address, options });
    } catch (error) {
        server.kill();
        throw error;
    }
}

/** VS Code gives up by itself when its own process takes more than ten seconds to answer, as on a busy machine: it is started again. */
async function started(start: () => ChildProcess): Promise<{ readonly server: ChildProcess; readonly address: string }> {
    for (let tries = 1; ; tries += 1) {
        const server = start();
        try {
            return { server, address: await listening(server) };
        } catch (error) {
            server.kill();
            if (tries === MOST_STARTS) throw error;
        }
    }
}

let built: Promise<string> | undefined;

/** The archive is built once for each process of tests. */
function vsixOnce(): Promise<string> {
    built ??= buildVsix();
    return built;
}

function program(home: string): { readonly entry: string; readonly env: NodeJS.ProcessEnv } {
    const entry = findCodeServer();
    if (entry === undefined) throw new Error('VS Code is missing: `npm test` installs it (.ci/code-server.mjs)');
    return { entry, env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.data') } };
}

function listening(server: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
        let said = '';
        const timer = setTimeout(() => {
            reject(new Error(`VS Code did not start:\n${said}`));
        }, STARTUP_MILLISECONDS);
        const hear = (chunk: Buffer): void => {
            said += chunk.toString();
            const address = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(said)?.[1];
            if (address === undefined) return;
            clearTimeout(timer);
            resolve(address);
        };
        server.stdout?.on('data', hear);
        server.stderr?.on('data', hear);
        server.on('exit', () => {
            reject(new Error(`VS Code stopped:\n${said}`));
        });
    });
}

interface Started {
    readonly browser: Browser;
    readonly server: ChildProcess;
    readonly home: string;
    readonly folder: string;
    readonly address: string;
    readonly options: EditorOptions;
}

async function drive({ browser, server, home, folder, address, options }: Started): Promise<Editor> {
    const context = await browser.newContext({ viewport: options.viewport ?? { width: 1400, height: 900 }, locale: 'fr-FR' });
    const page = await context.newPage();
    await speakFrench(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.setDefaultTimeout(WAITING_MILLISECONDS);
    // Twenty megabytes of script are read before anything shows: on a busy machine that alone may take a minute.
    await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`, { timeout: STARTUP_MILLISECONDS });
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: STARTUP_MILLISECONDS });
    const editor: Editor = {
        page,
        folder,
        errors,
        read: (path) => readFileSync(join(folder, path), 'utf8'),
        killServer: () => void execFileSync('pkill', ['-f', serverProcess(home)]),
        hasServerProcess: () => spawnSync('pgrep', ['-f', serverProcess(home)]).status === 0,
        photograph: async (name) => {
            if (options.photographs === undefined) return;
            mkdirSync(options.photographs, { recursive: true });
            await page.screenshot({ path: join(options.photographs, `${name}.png`) });
        },
        close: async () => {
            await browser.close();
            const stopped = new Promise((resolve) => server.once('exit', resolve));
            server.kill();
            await stopped;
            rmSync(home, { recursive: true, force: true, maxRetries: 5 });
        },
    };
    return editor;
}

/** What the process of the language server is called by, that of this editor alone. */
function serverProcess(home: string): string {
    return `${join(home, 'ext')}.*server\\.cjs`;
}

/** The extension's own words are asked in French; those of VS Code would need a language pack, which no registry of packages holds. */
async function speakFrench(page: Page): Promise<void> {
    await page.route('**/nls.messages.js', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()};globalThis._VSCODE_NLS_LANGUAGE='fr';` });
    });
}

function write(path: string, text: string): void {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeFileSync(path, text);
}
