import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, sandbox, type Sandbox } from './host.js';

let place: Sandbox;
beforeEach(() => {
    place = sandbox('mini');
});
afterEach(() => place.remove());

const REPLAY = ['rejouer', 'mini', '--variante', 'attente_double', '--territoire', 'mini/territoire', '--sortie', 'rapport'];

describe('Ctrl-C in a replay', () => {
    it('at any step leaves no file at all, says so, and ends with 130', async () => {
        let looks = 0;
        for (; looks < 200; looks += 1) {
            const ended = await place.interruptedAfter(looks, ...REPLAY);
            if (ended.code === 0) break;
            expect(ended).toMatchObject({ code: 130, out: '' });
            expect(ended.err).toContain('BAR916');
            expect(ended.err).toContain('aucun fichier n’a été écrit');
            expect(readdirSync(place.folder)).toEqual(['mini']);
        }
        expect(looks, 'several steps were interrupted').toBeGreaterThanOrEqual(3);
        expect(readdirSync(place.folder).sort()).toEqual(['mini', 'rapport']);
    });

    it('keeps the former report when it is to be replaced', async () => {
        await place.bareme(...REPLAY);
        const ended = await place.interruptedAfter(1, ...REPLAY, '--force', '--graine', '9');
        expect(ended.code).toBe(130);
        expect(readdirSync(place.folder).sort()).toEqual(['mini', 'rapport']);
        expect(readdirSync(join(place.folder, 'rapport'))).toHaveLength(6);
    });

    it('of a generation leaves no territory', async () => {
        const model = join(ROOT, 'policies/valmont/modele.json');
        const ended = await place.interruptedAfter(0, 'generer', '--modele', model, '--demandes', '50', '--attributions', '5', '--sortie', 't');
        expect(ended.code).toBe(130);
        expect(readdirSync(place.folder)).toEqual(['mini']);
    });
});

describe('a real process', () => {
    const PROGRAM = join(ROOT, 'cli/bin/bareme.js');
    const VALMONT = ['policies/national', 'policies/valmont'];

    /** Starts the program in the repository, sends a signal once the error stream says `when`, and gives how it ended. */
    function signalled(args: readonly string[], signal: NodeJS.Signals, when: string): Promise<{ readonly code: number | null; readonly err: string }> {
        return new Promise((resolve, reject) => {
            const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
            let err = '';
            child.stderr.on('data', (chunk: Buffer) => {
                const before = err.includes(when);
                err += chunk.toString();
                if (!before && err.includes(when)) child.kill(signal);
            });
            child.on('error', reject);
            child.on('close', (code) => resolve({ code, err }));
        });
    }

    it('stops at Ctrl-C in the middle of a replay: 130, in French, nothing left; killed outright, nothing half written', async () => {
        const territory = join(place.folder, 'territoire');
        const model = ['generer', '--modele', join(ROOT, 'policies/valmont/modele.json'), '--demandes', '3000', '--attributions', '600', '--sortie', territory];
        expect((await place.bareme(...model)).code).toBe(0);
        const replay = ['rejouer', ...VALMONT, '--variante', 'attente_renforcée', '--territoire', territory, '--sortie', join(place.folder, 'rapport')];
        const stopped = await signalled(replay, 'SIGINT', 'Rejeu…');
        expect(stopped.code).toBe(130);
        expect(stopped.err).toContain('BAR916');
        expect(readdirSync(place.folder).sort()).toEqual(['mini', 'territoire']);
        const killed = await signalled(replay, 'SIGKILL', 'Rejeu…');
        expect(killed.code).toBeNull();
        expect(
            readdirSync(place.folder)
                .filter((name) => !name.startsWith('.'))
                .sort(),
        ).toEqual(['mini', 'territoire']);
        const again = await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--sortie', 'rapport');
        expect(again.code, 'the lock of the killed process is taken over').toBe(0);
        expect(readdirSync(place.folder).sort()).toEqual(['mini', 'rapport', 'territoire']);
    });
});
