// Prints one line per npm package that may reach the pages: name@version | licence.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const web = process.argv[2];
const lock = JSON.parse(readFileSync(join(web, "package-lock.json"), "utf8"));
for (const [path, entry] of Object.entries(lock.packages).sort()) {
  if (!path.includes("node_modules/") || entry.dev || entry.optional || entry.link) continue;
  const stated = JSON.parse(readFileSync(join(web, path, "package.json"), "utf8"));
  const licence = stated.license?.type ?? stated.license ?? stated.licenses?.map((l) => l.type).join(" OR ") ?? "unknown";
  console.log(`${stated.name}@${stated.version} | ${licence}`);
}
