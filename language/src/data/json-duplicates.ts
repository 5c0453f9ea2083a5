/**
 * The path of the first name that an object of a JSON text holds twice, such as `hypothèses.tours`; `JSON.parse` keeps the last one and says
 * nothing. The text is already known to be JSON.
 */
export function duplicateMember(text: string): string | undefined {
    const open: { readonly names: Set<string>; name: string }[] = [];
    for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
        const [written, colon] = token;
        const top = open.at(-1);
        if (written === '{' || written === '[') open.push({ names: new Set(), name: '' });
        else if (written === '}' || written === ']') open.pop();
        else if (colon !== undefined && top !== undefined) {
            top.name = JSON.parse(written.slice(0, written.length - colon.length)) as string;
            if (top.names.has(top.name)) return open.flatMap(({ name }) => (name === '' ? [] : [name])).join('.');
            top.names.add(top.name);
        }
    }
    return undefined;
}
