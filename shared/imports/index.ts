/** Bringing files in: what an import would do, and the commands that do it. */
export { parseItems } from './items';
export { type ImportPlan, planImport, planningSteps } from './plan';
export { importSteps } from './steps';
