import { useSyncExternalStore } from 'react';
import { useSession } from '../state/session.js';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void): () => void {
    const query = matchMedia(DARK);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
}

/** The colours in use: those chosen, else those of the system. */
export function useScheme(): 'light' | 'dark' {
    const theme = useSession((state) => state.theme);
    const isDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
    if (theme !== 'system') return theme;
    return isDark ? 'dark' : 'light';
}
