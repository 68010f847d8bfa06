import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EventHandler } from './events';
import type { Job } from './outbox/job';
import type { PermissionMap } from './permissions';
import type { PersonalData } from './personal-data';
import type { LoaderDefinition, RequestContext } from './request-context';
import type { Services } from './services';
import type { Visibility } from './visibility';

/** What a route beside GraphQL needs. */
export interface Serving {
  services: Services;
  contextOf(request: FastifyRequest): Promise<RequestContext>;
}

/** What a feature brings to the product. `app/features.ts` lists them in the order of allowed imports. */
export interface Feature {
  name: string;
  entities?: Function[];
  /** Instances of TypeGraphQL resolver classes. */
  resolvers?: object[];
  permissions: PermissionMap;
  visibility?: Visibility[];
  jobs?: Job[];
  handlers?: EventHandler[];
  /** Types that `node(id)` and other subgraphs may ask for by id. */
  references?: Record<string, LoaderDefinition<string, object>>;
  personalData?: PersonalData[];
  routes?: (app: FastifyInstance, serving: Serving) => void;
}
