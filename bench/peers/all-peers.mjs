import { bare } from './bare.mjs';
import { bareMssql } from './bare-mssql.mjs';
import { mercurius } from './mercurius.mjs';
import { portico } from './portico.mjs';
import { postgraphile } from './postgraphile.mjs';
import { plain, usual } from './usual.mjs';

/** Portico and its peers, in the order of the tables. */
export const PEERS = [portico, usual, plain, mercurius, postgraphile, bare, bareMssql];
