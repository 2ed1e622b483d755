#!/usr/bin/env node
import 'reflect-metadata';
import { runCommand } from './cli/program.js';

const { argv, env: environment, stdin, stdout, stderr } = process;
process.exitCode = await runCommand(argv.slice(2), { environment, stdin, stdout, stderr });
