import { eri } from '../subgraphs/eri/definition';
import { exchange } from '../subgraphs/exchange/definition';
import { knowsleyIom } from '../subgraphs/knowsley-iom/definition';
import { safetyHouse } from '../subgraphs/safety-house/definition';
import type { OwnerDefinition } from '../subgraphs/common/serving/owner-definition';

/** All owners' definitions, for commands that look at every one of them. */
export const OWNER_DEFINITIONS: readonly OwnerDefinition[] = [knowsleyIom, safetyHouse, eri, exchange];
