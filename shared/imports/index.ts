/** Bringing files in: what an import would do, and the commands that do it. */
export { parseItems } from './items';
export { type ImportPlan, planImport, planningSteps } from './plan';
export { WaitingItems } from './read-items';
export { importBeginning, importSteps, slicesOf } from './steps';
export { isWhole, wholeSteps } from './whole';
