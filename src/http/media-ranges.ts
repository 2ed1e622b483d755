import type { RequestHandler } from 'express';

/** A parameter of a media range other than its weight `q`. A quoted value may contain commas and semicolons. */
const PARAMETER = /;(?![ \t]*q[ \t]*=)[^;,="]*(?:=[ \t]*(?:"(?:[^"\\]|\\.)*"|[^;,"]*))?/gi;

/**
 * Removes the parameters of the media ranges in `Accept`, such as `charset=utf-8`, and keeps their weights. No response
 * comes in several variants of one media type, so a parameter never decides anything. But Express and Apollo Server
 * compare parameters, and would refuse clients that name one.
 */
export const ignoreMediaParameters: RequestHandler = ({ headers }, _response, next) => {
  if (headers.accept !== undefined) headers.accept = headers.accept.replace(PARAMETER, '');
  next();
};
