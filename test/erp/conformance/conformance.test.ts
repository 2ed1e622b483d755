import { afterAll, beforeAll, describe } from 'vitest';
import { accountsSuite } from './accounts.js';
import { expressionsSuite } from './expressions.js';
import { facetsSuite } from './facets.js';
import { filtersSuite } from './filters.js';
import { listsSuite } from './lists.js';
import { namesSuite } from './names.js';
import { readsSuite } from './reads.js';
import { enter, type Stage } from './stage.js';
import { statementsSuite } from './statements.js';
import { TARGETS } from './targets.js';
import { tenantsSuite } from './tenants.js';
import { valuesSuite } from './values.js';

describe.each(TARGETS)('$name', (target) => {
  let stage: Stage;
  const on = () => stage;
  beforeAll(async () => {
    stage = await enter(target);
  });
  afterAll(() => stage.leave());

  describe('values', () => valuesSuite(target, on));
  describe('filters', () => filtersSuite(on));
  describe('expressions', () => expressionsSuite(target, on));
  describe('lists', () => listsSuite(on));
  describe('accounts', () => accountsSuite(on));
  describe('facets', () => facetsSuite(on));
  describe('tenants', () => tenantsSuite(target, on));
  describe('names', () => namesSuite(on));
  describe('reads', () => readsSuite(target, on));
  describe('statements', () => statementsSuite(on));
});
