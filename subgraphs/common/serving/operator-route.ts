// The operator's routes of a process, for owners and the exchange: they need nothing else of the ledger's room.
export { operatorRoute, operatorsFault } from '../../../ledger/operator-routes';
