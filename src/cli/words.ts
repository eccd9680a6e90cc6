/** What the command itself says; what it says about feeds is in i18n/problems.ts. */
import { words } from '../i18n/words.ts';

export const cliWords = words(
  {
    help: `meedoen: controleer de feed van een netwerk, en neem aanmeldingen aan

Gebruik
  meedoen check <bestand of adres>…   wat er niet klopt in een feed, en wat je eraan doet
  meedoen schema                      het JSON Schema van de feed, voor je editor
  meedoen receive                     neem aanmeldingen van het formulier aan (meedoen receive --help)
  meedoen joins                       wat er is aangemeld: lijst, inzage, verwijderen (meedoen joins --help)

Bij check
  --json       de uitkomst als JSON, voor programma’s
  --strict     waarschuwingen tellen als fouten
  --lang en    in het Engels
  -            lees van de standaardinvoer

Verder
  --help, -h   deze uitleg
  --version    de versie van meedoen

Na afloop
  0  alles klopt, of er zijn alleen waarschuwingen
  1  er zijn fouten, ook als het bestand geen JSON is (met --strict ook bij waarschuwingen)
  2  een bestand of adres was niet te lezen, of de opdracht klopt niet
`,
    unknownCommand: (name: string) => `meedoen kent “${name}” niet. Kijk bij: meedoen --help`,
    unknownOption: (message: string) => `Deze opdracht klopt niet: ${message}\nKijk bij: meedoen --help`,
    nothingToCheck: 'Noem een bestand of adres: meedoen check meedoen.json',
    standardInput: 'standaardinvoer',
    packages: (command: string) =>
      `Voor meedoen ${command} is meer nodig: npm install @libsql/client @cfworker/json-schema srvx nodemailer`,
    times: (count: number) => `${count} keer`,
    /** Before the places, and the line of each. */
    at: 'Bij',
    line: 'regel',
    others: (count: number) => `en nog ${count}. Met --json zie je ze allemaal.`,
  },
  {
    help: `meedoen: check the feed of a network, and take in joins

Usage
  meedoen check <file or address>…   what is wrong in a feed, and what to do about it
  meedoen schema                     the JSON Schema of the feed, for your editor
  meedoen receive                    take in joins from the form (meedoen receive --help)
  meedoen joins                      what has come in: list, show, remove (meedoen joins --help)

For check
  --json       the result as JSON, for programs
  --strict     warnings count as errors
  --lang en    in English
  -            read from standard input

Also
  --help, -h   this text
  --version    the version of meedoen

Exit status
  0  all is well, or there are only warnings
  1  there are errors, also when the file is not JSON (with --strict also for warnings)
  2  a file or address could not be read, or the command is wrong
`,
    unknownCommand: (name: string) => `meedoen doesn’t know “${name}”. See: meedoen --help`,
    unknownOption: (message: string) => `This command is not right: ${message}\nSee: meedoen --help`,
    nothingToCheck: 'Name a file or address: meedoen check meedoen.json',
    standardInput: 'standard input',
    packages: (command: string) =>
      `For meedoen ${command} more is needed: npm install @libsql/client @cfworker/json-schema srvx nodemailer`,
    times: (count: number) => `${count} times`,
    at: 'At',
    line: 'line',
    others: (count: number) => `and ${count} more. With --json you see them all.`,
  },
);
