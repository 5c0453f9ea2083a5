// The form of a demand, and why it has its note. What is written here stays here until the extension asks the server.
const vscode = acquireVsCodeApi();
const form = JSON.parse(document.body.dataset.form);
const main = document.querySelector('main');

function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

function field({ owner, name, label, multiple, hint, choices }) {
    const control = choices
        ? element('select', { multiple, size: multiple ? Math.min(choices.length, 5) : 1 }, ...(multiple ? [] : [element('option', { value: '' })]))
        : element('input', { placeholder: hint });
    for (const choice of choices ?? []) control.append(element('option', { value: choice.value, textContent: choice.label ?? choice.value }));
    control.id = `${owner}.${name}`;
    control.dataset.owner = owner;
    control.dataset.name = name;
    return element('tr', {}, element('td', {}, element('label', { htmlFor: control.id, textContent: label })), element('td', {}, control));
}

function valueOf(control) {
    if (!control.multiple) return control.value;
    const chosen = [...control.selectedOptions].map(({ value }) => value);
    return chosen.length > 1 ? `(${chosen.join(' ; ')})` : (chosen[0] ?? '');
}

function section(title, facts, open) {
    if (facts.length === 0) return '';
    return element('details', { open }, element('summary', { textContent: title }), element('table', {}, ...facts.map(field)));
}

const label = element('input', { id: 'intitule', value: 'Une demande' });
const day = element('input', { id: 'jour', value: form.from });
const result = element('div', { id: 'resultat', ariaLive: 'polite' });
const row = (text, control) => element('tr', {}, element('td', {}, element('label', { htmlFor: control.id, textContent: text })), element('td', {}, control));

main.append(
    element('h1', { textContent: `Expliquer une demande : ${form.title}` }),
    element('table', {}, row('Intitulé', label), row('Date d’examen', day)),
    section(
        'Faits que la politique lit',
        form.facts.filter(({ read }) => read),
        true,
    ),
    section(
        'Autres faits de la demande',
        form.facts.filter(({ read, owner }) => !read && owner === 'demande'),
        false,
    ),
    section(
        'Logement',
        form.facts.filter(({ owner }) => owner === 'logement'),
        false,
    ),
    element('p', {}, element('button', { id: 'expliquer', textContent: 'Expliquer', onclick: ask })),
    result,
);

function ask() {
    const facts = [...document.querySelectorAll('[data-name]')].map((control) => ({
        owner: control.dataset.owner,
        name: control.dataset.name,
        value: valueOf(control),
    }));
    vscode.postMessage({ explain: { label: label.value, day: day.value, facts } });
}

window.addEventListener('message', ({ data }) => {
    if (data.kind === 'refused') return result.replaceChildren(...data.findings.map((textContent) => element('p', { className: 'error', textContent })));
    const lines = data.lines.map(({ kind, depth, label: name, kept, status, text }) => {
        const first = element('td', { textContent: `${' '.repeat(3 * depth)}${name}`, title: text });
        return element(
            'tr',
            { className: kind },
            first,
            element('td', { textContent: kept }),
            element('td', { textContent: kind === 'criterion' ? status : '' }),
        );
    });
    const head = element('tr', {}, ...['Critère', 'Points retenus', ''].map((textContent) => element('th', { textContent })));
    result.replaceChildren(
        element('h2', { textContent: `${data.declared} (vérifiée : ${data.verified}), ${data.eligibility}` }),
        element('table', {}, head, ...lines),
        element('p', {}, element('button', { textContent: 'Garder comme exemple', onclick: () => vscode.postMessage({ keep: data.example }) })),
    );
    result.scrollIntoView({ block: 'start' });
});
