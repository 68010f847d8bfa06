import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { features } from './features';
import { printSchema } from './schema';

writeFileSync(join(__dirname, '../../../schema.graphql'), printSchema(features));
