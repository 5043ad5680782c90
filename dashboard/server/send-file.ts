// Sends a file that somebody takes away: never stored on the way, never opened as a page.
import type { Request, Response } from 'express';
import type { FileView } from '../pages/page';
import { neverStored } from './security-headers';

export function sendFile(request: Request, response: Response, { name, type, text }: FileView['file']): void {
  neverStored(request, response);
  response
    .status(200)
    .set({ 'content-type': type, 'content-disposition': `attachment; filename="${name.replace(/[^\w.+-]/g, '-')}"` })
    .end(text);
}
