import type { RequestHandler } from 'express';
import { answerError } from './answer-error.js';

/** Refuses the methods that an address doesn't have, and answers OPTIONS. @param allowed those that it has, as in the header Allow */
export function refuseMethods(allowed: string, message = `This address allows ${allowed}.`): RequestHandler {
  return (request, response) => {
    response.set('allow', allowed);
    if (request.method === 'OPTIONS') response.status(204).end();
    else answerError(request, response, 405, { message });
  };
}
