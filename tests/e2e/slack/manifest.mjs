// Checks the JSON on standard input against the schema in the file named: says what is wrong, and nothing where nothing is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.argv[3]}/`);
const { default: Ajv } = require("ajv");
const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const check = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);
if (!check(JSON.parse(readFileSync(0, "utf8")))) console.log(JSON.stringify(check.errors, null, 1));
