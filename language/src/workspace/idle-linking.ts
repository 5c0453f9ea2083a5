import { DefaultLinker, MultiMap, type AstNodeDescription, type LocalSymbols, type ScopeComputation } from 'langium';

/** What a word means depends on types: lowering decides it (decision 0001), and the framework's linker has nothing to do. */
export class IdleLinker extends DefaultLinker {
    override link(): Promise<void> {
        return Promise.resolve();
    }

    override unlink(): void {
        // Nothing was linked.
    }
}

/** No symbol is collected beside those that lowering records. */
export class IdleScopeComputation implements ScopeComputation {
    collectExportedSymbols(): Promise<AstNodeDescription[]> {
        return Promise.resolve([]);
    }

    collectLocalSymbols(): Promise<LocalSymbols> {
        return Promise.resolve(new MultiMap());
    }
}
