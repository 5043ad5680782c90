// Files of secrets: one line of base64 for each, of so many random bytes, readable by their user only.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { dataFolder } from './data-folder';
import { ConfigurationError, type Environment } from './environment';
import { createDurably, writeDurably } from './write-durably';

/** What a file of secrets holds. */
export interface SecretForm {
  readonly bytes: number;
  /** How many there may be. */
  readonly most: number;
  /** The same in words, for who reads that there are more or none. */
  readonly wanted: string;
}

export class SecretFile {
  private constructor(
    readonly file: string,
    /** What it is called in an error: the variable that names it, or what it is for. */
    readonly named: string,
    private readonly form: SecretForm,
  ) {}

  /** The file that the variable names; else this one of the data folder, made with one secret where there is none. */
  static open(variable: string, name: string, called: string, form: SecretForm, env: Environment): SecretFile {
    const given = env[variable];
    if (given) return new SecretFile(given, variable, form);
    const file = path.join(dataFolder(env), 'keys', name);
    if (!existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      createDurably(file, textOf([randomBytes(form.bytes)]));
    }
    return new SecretFile(file, called, form);
  }

  /** All of them; throws a ConfigurationError that tells nothing of them where the file holds anything else. */
  read(): Buffer[] {
    const { bytes, most, wanted } = this.form;
    const refuse = (why: string): never => {
      throw new ConfigurationError(
        `${this.named} ${JSON.stringify(this.file)} ${why} (make one by: openssl rand -base64 ${bytes} > ${path.basename(this.file)})`,
      );
    };
    let text: string;
    try {
      text = readFileSync(this.file, 'utf8');
    } catch (error) {
      return refuse(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    }
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.length < 1 || lines.length > most) return refuse(`has ${lines.length} lines: ${wanted}`);
    const secrets = lines.map((line) => Buffer.from(line, 'base64'));
    const wrong = secrets.findIndex(
      (secret, index) => secret.length !== bytes || secret.toString('base64') !== lines[index],
    );
    if (wrong >= 0) return refuse(`has no base64 of ${bytes} bytes in line ${wrong + 1}`);
    if (new Set(lines).size < lines.length) return refuse('has the same key twice');
    return secrets;
  }

  write(secrets: readonly Buffer[]): void {
    writeDurably(this.file, textOf(secrets));
  }
}

const textOf = (secrets: readonly Buffer[]): string =>
  secrets.map((secret) => `${secret.toString('base64')}\n`).join('');
