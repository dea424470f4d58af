// The client of `threatvet lsp` for VS Code: it starts the server and shows its
// explanations as documents. Everything else is the server's.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const scheme = 'threatvet';

/** @type {import('vscode-languageclient/node').LanguageClient | undefined} */
let client;

/** Explanations by the path of their documents. @type {Map<string, string>} */
const explanations = new Map();

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => explanations.get(uri.path) ?? 'This explanation is from an earlier session.',
  }));
  const settings = vscode.workspace.getConfiguration('threatvet');
  const run = { command: settings.get('path', 'threatvet'), args: ['lsp', ...settings.get('args', [])] };
  client = new LanguageClient('threatvet', 'threatvet', { run, debug: run }, {
    documentSelector: [
      { scheme: 'file', language: 'terraform' },
      { scheme: 'file', language: 'terraform-vars' },
      { scheme: 'file', language: 'opentofu' },
      { scheme: 'file', language: 'go' },
      { scheme: 'file', language: 'go.mod' },
      { scheme: 'file', pattern: '**/*.{tf,tofu,tfvars}' },
      { scheme: 'file', pattern: '**/threat-context.{yaml,yml}' },
    ],
    initializationOptions: { virtualDocuments: true },
    middleware: { executeCommand: explain },
  });
  await client.start();
}

/**
 * Runs a command of the server, and shows what it answers beside the code.
 * @param {string} command
 * @param {any[]} args
 * @param {(command: string, args: any[]) => vscode.ProviderResult<any>} next
 */
async function explain(command, args, next) {
  const text = await next(command, args);
  if (command !== 'threatvet.explain' || typeof text !== 'string') {
    return text;
  }
  const path = `/${args[0]}.txt`;
  explanations.set(path, text);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path }));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside, true);
  return text;
}

async function deactivate() {
  await client?.stop();
}

module.exports = { activate, deactivate };
