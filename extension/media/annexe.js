// Shows the annex that the extension sends, and brings into view what is written at the cursor.
const main = document.querySelector('main');
let current;

window.addEventListener('message', ({ data }) => {
    if (data.html !== undefined) {
        const parsed = new DOMParser().parseFromString(data.html, 'text/html');
        main.replaceChildren(...parsed.body.childNodes);
        return;
    }
    const around = [...main.querySelectorAll('[data-line]')].filter(
        ({ dataset }) => dataset.uri === data.uri && Number(dataset.line) <= data.line && data.line <= Number(dataset.end),
    );
    const innermost = around.at(-1);
    if (innermost === undefined || innermost === current) return;
    current?.classList.remove('current');
    innermost.classList.add('current');
    innermost.scrollIntoView({ block: 'nearest' });
    current = innermost;
});

// What is sent before this script listens is lost: it asks.
acquireVsCodeApi().postMessage('ready');
