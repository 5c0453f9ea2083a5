interface TrustedTypesFactory {
    createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * The one policy that is ours: a worker may be made from a `blob:` alone. No text ever becomes markup or a script. To be called before
 * any worker starts.
 */
export function allowBlobWorkers(): void {
    const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
    factory?.createPolicy('default', {
        createScriptURL: (url) => {
            if (url.startsWith('blob:')) return url;
            throw new TypeError('Seuls les fils d’exécution embarqués sont permis.');
        },
    });
}
