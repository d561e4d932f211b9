// Compiles illuminate.scss and copies GOV.UK Frontend's script into ../static/design.
// Run in a copy of this folder; the first argument is the folder to write to (see README.md).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "..", "static", "design"));
const upstream = join(here, "node_modules", "govuk-frontend");

mkdirSync(target, { recursive: true });

const { css } = sass.compile(join(here, "illuminate.scss"), {
  loadPaths: [join(here, "node_modules")],
  quietDeps: true,
  style: "compressed",
});
writeFileSync(join(target, "illuminate.css"), `${css}\n`);

// The source map is not served, and Django's manifest storage refuses a reference to a file that is not there.
const script = readFileSync(join(upstream, "dist", "govuk", "govuk-frontend.min.js"), "utf8");
writeFileSync(join(target, "govuk-frontend.min.js"), script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));
