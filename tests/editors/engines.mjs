// The language services behind the editors, each with the same three questions: what is completed at a place, what does
// hovering show there, and which lines have errors.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";

const require = createRequire(import.meta.url);
const json = require("vscode-json-languageservice");
const yaml = require("yaml-language-server/out/server/src/languageservice/yamlLanguageService.js");
const { SettingsState } = require("yaml-language-server/out/server/src/yamlSettings.js");

/** The text of a hover, of a completion's documentation, or nothing. */
const plain = (text) => {
  if (text === undefined || text === null) return "";
  if (Array.isArray(text)) return text.map(plain).join("\n");
  return typeof text === "string" ? text : text.value;
};

/** A completion as the cases see it. */
const item = ({ label, documentation, insertText, textEdit }) => ({
  label,
  documentation: plain(documentation),
  inserts: textEdit?.newText ?? insertText ?? label,
});

/** An error as the cases see it; its line counts from 1. */
const problem = ({ message, range }) => ({ line: range.start.line + 1, message });

/** VS Code's JSON service. */
export const jsonEngine = async (schemaFile) => {
  const schema = JSON.parse(await readFile(schemaFile, "utf8"));
  const service = json.getLanguageService({ clientCapabilities: json.ClientCapabilities.LATEST });
  service.configure({ validate: true, schemas: [{ uri: "artifex:run", fileMatch: ["*.json"], schema }] });
  const open = (text) => {
    const document = TextDocument.create("file:///run.json", "json", 1, text);
    return [document, service.parseJSONDocument(document)];
  };
  return {
    complete: async (text, position) => {
      const [document, parsed] = open(text);
      return (await service.doComplete(document, position, parsed)).items.map(item);
    },
    hover: async (text, position) => {
      const [document, parsed] = open(text);
      return plain((await service.doHover(document, position, parsed))?.contents);
    },
    problems: async (text) => {
      const [document, parsed] = open(text);
      return (await service.doValidation(document, parsed)).map(problem);
    },
    close: () => {},
  };
};

/** The YAML language server. */
export const yamlEngine = async (schemaFile) => {
  const schema = JSON.parse(await readFile(schemaFile, "utf8"));
  const unreachable = () => Promise.reject(new Error("nothing is to be downloaded"));
  const service = yaml.getLanguageService({
    schemaRequestService: unreachable,
    workspaceContext: { resolveRelativePath: (path) => path },
    yamlSettings: new SettingsState(),
    clientCapabilities: json.ClientCapabilities.LATEST,
  });
  service.configure({
    validate: true,
    hover: true,
    hoverSchemaSource: false,
    completion: true,
    schemas: [{ uri: "artifex://run", fileMatch: ["*.yaml"], schema }],
  });
  // The service caches what it parses by address and version.
  let version = 0;
  const open = (text) => TextDocument.create("file:///run.yaml", "yaml", ++version, text);
  return {
    complete: async (text, position) => (await service.doComplete(open(text), position, false)).items.map(item),
    hover: async (text, position) => plain((await service.doHover(open(text), position))?.contents),
    problems: async (text) => (await service.doValidation(open(text), false)).map(problem),
    close: () => {},
  };
};

/** taplo's language server, which "Even Better TOML" runs. */
export const tomlEngine = async (schemaFile) => {
  // Its package is a script for the browser's and Node's module system alike, with its own idea of the global object.
  const { TaploLsp } = require("@taplo/lsp");
  const waiting = new Map();
  const published = new Map();
  let next = 0;
  const server = await TaploLsp.initialize(
    {
      now: () => new Date(),
      envVar: () => undefined,
      envVars: () => [],
      stdErrAtty: () => false,
      stdin: async () => new Uint8Array(),
      stdout: async (bytes) => bytes.length,
      stderr: async (bytes) => bytes.length,
      glob: () => [],
      readFile: (path) => readFile(path),
      writeFile: () => Promise.reject(new Error("nothing is to be written")),
      // Without a workspace the server asks for the path of an address of its own.
      urlToFilePath: (url) => (url.startsWith("file:") ? fileURLToPath(url) : "/"),
      isAbsolute: (path) => path.startsWith("/"),
      cwd: () => process.cwd(),
      findConfigFile: () => undefined,
      fetch: { fetch, Headers, Request, Response },
    },
    {
      onMessage: (message) => {
        if (message.method === "textDocument/publishDiagnostics") {
          published.get(message.params.uri)?.(message.params.diagnostics);
        } else if (message.method === "workspace/configuration") {
          const links = { enabled: true, links: false, catalogs: [] };
          const result = message.params.items.map(() => ({ schema: links }));
          server.send({ jsonrpc: "2.0", id: message.id, result });
        } else if (message.method === undefined) {
          waiting.get(message.id)?.(message);
        }
      },
    },
  );
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++next;
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      server.send({ jsonrpc: "2.0", id, method, params });
    });
  const notify = (method, params) => server.send({ jsonrpc: "2.0", method, params });
  await request("initialize", { capabilities: {}, rootUri: null });
  notify("initialized", {});
  // The schema is named as users name it, in the first line.
  const directive = `#:schema ${pathToFileURL(schemaFile)}\n`;
  const open = async (text) => {
    const uri = `file:///run${++next}.toml`;
    // Three times it says what it knows: of the syntax, of the keys, of the schema. It ends with the first errors.
    let stages = 0;
    const diagnostics = new Promise((resolve) => {
      published.set(uri, (found) => {
        if (found.length > 0 || ++stages === 3) resolve(found);
      });
    });
    notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "toml", version: 1, text: directive + text },
    });
    return { uri, diagnostics: await diagnostics };
  };
  const below = ({ line, character }) => ({ line: line + 1, character });
  return {
    complete: async (text, position) => {
      const { uri } = await open(text);
      const found = await request("textDocument/completion", { textDocument: { uri }, position: below(position) });
      return (found?.items ?? found ?? []).map(item);
    },
    hover: async (text, position) => {
      const { uri } = await open(text);
      return plain((await request("textDocument/hover", { textDocument: { uri }, position: below(position) }))?.contents);
    },
    problems: async (text) => {
      const { diagnostics } = await open(text);
      return diagnostics.map(problem).map(({ line, message }) => ({ line: line - 1, message }));
    },
    close: () => server.dispose(),
  };
};
