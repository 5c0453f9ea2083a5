import { EventEmitter, MarkdownString, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, type TreeDataProvider } from 'vscode';
import { outlineRequest, type OutlineKind, type OutlineNode } from '../protocol.js';
import type { Session } from './session.js';

const ICONS: Readonly<Record<OutlineKind, string>> = {
    policy: 'home',
    version: 'versions',
    dates: 'calendar',
    scoring: 'list-tree',
    rubric: 'folder',
    criterion: 'symbol-number',
    objective: 'target',
    convention: 'organization',
    variant: 'beaker',
    group: 'list-flat',
    list: 'list-unordered',
    route: 'git-merge',
    guarantee: 'shield',
};

/** The view « Politique »: what the files hold, each line leading to its clause. */
export function registerOutlineView({ client, context, onCompiled }: Session): void {
    const changed = new EventEmitter<undefined>();
    let roots: readonly OutlineNode[] = [];
    const provider: TreeDataProvider<OutlineNode> = {
        onDidChangeTreeData: changed.event,
        getChildren: (node) => [...(node?.children ?? roots)],
        getTreeItem: itemOf,
    };
    context.subscriptions.push(
        changed,
        window.createTreeView('bareme.politique', { treeDataProvider: provider, showCollapseAll: true }),
        onCompiled(() => {
            void client.sendRequest(outlineRequest).then((outline) => {
                roots = outline;
                changed.fire(undefined);
            });
        }),
    );
}

/** The first floors are open; the id keeps what the user opened when the tree is made again. */
function itemOf(node: OutlineNode): TreeItem {
    const open = node.kind === 'policy' || node.kind === 'version';
    const state = node.children.length === 0 ? TreeItemCollapsibleState.None : open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(node.label, state);
    item.description = node.description ?? '';
    item.tooltip = node.tooltip === undefined || node.tooltip === '' ? undefined : new MarkdownString().appendText(node.tooltip);
    item.iconPath = new ThemeIcon(ICONS[node.kind]);
    item.contextValue = node.kind;
    if (node.place !== undefined) {
        const { start } = node.place.range;
        const selection = new Range(start.line, start.character, start.line, start.character);
        item.command = { command: 'vscode.open', title: 'Ouvrir', arguments: [Uri.parse(node.place.uri), { selection }] };
    }
    return item;
}
