/**
 * How Node is started to run Barème. No text becomes code, and objects have no `__proto__`: a policy or a table is only ever data.
 * Young objects have room: a replay makes many that do not last, and collecting them would take a quarter of its time.
 */
export const NODE_FLAGS = ['--disallow-code-generation-from-strings', '--disable-proto=delete', '--min-semi-space-size=64', '--max-semi-space-size=128'];
