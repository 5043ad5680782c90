// Style, script and icon, from memory, compressed once. Their address holds a hash of their content, so that a browser
// keeps them for good and a new version is a new address.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

export interface Assets {
  /** The address of a file of `assets/`. */
  readonly addressOf: (name: string) => string;
  readonly serve: RequestHandler;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export function readAssets(folder = path.resolve(__dirname, '../assets')): Assets {
  const addresses = new Map<string, string>();
  const files = new Map<string, { readonly type: string; readonly plain: Buffer; readonly packed: Buffer }>();
  for (const name of readdirSync(folder)) {
    const type = TYPES[path.extname(name)];
    if (type === undefined) continue;
    const plain = readFileSync(path.join(folder, name));
    const address = `/assets/${createHash('sha256').update(plain).digest('hex').slice(0, 12)}/${name}`;
    addresses.set(name, address);
    files.set(address, { type, plain, packed: gzipSync(plain, { level: 9 }) });
  }
  return {
    addressOf(name) {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`There is no ${name} among the assets: build them.`);
      return address;
    },
    serve(request, response, next) {
      const file = files.get(request.path);
      if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
        next();
        return;
      }
      const packs = request.acceptsEncodings('gzip') === 'gzip';
      response
        .set({
          'content-type': file.type,
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'accept-encoding',
          ...(packs ? { 'content-encoding': 'gzip' } : {}),
        })
        .end(packs ? file.packed : file.plain);
    },
  };
}
