// Prints one line per npm package that may reach the pages: name@version | licence.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const web = process.argv[2];
const lock = JSON.parse(readFileSync(join(web, "package-lock.json"), "utf8"));
for (const [path, entry] of Object.entries(lock.packages).sort()) {
  if (!path.includes("node_modules/") || entry.dev || entry.optional || entry.link) continue;
  const stated = JSON.parse(readFileSync(join(web, path, "package.json"), "utf8"));
  const licence = stated.license?.type ?? stated.license ?? stated.licenses?.map((l) => l.type).join(" OR ") ?? "unknown";
  console.log(`${stated.name}@${stated.version} | ${licence}`);
}

// Outlines aren't of a package that is installed: each file says where it is from (./maplebridge outline).
const outlines = join(web, "outline");
for (const file of existsSync(outlines) ? readdirSync(outlines).filter((name) => name.endsWith(".json")).sort() : []) {
  const { from, licence } = JSON.parse(readFileSync(join(outlines, file), "utf8"));
  console.log(`${from} | ${licence.split("\n")[0].replace(" License", "")}`);
}
