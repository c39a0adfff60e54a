/** Bringing files in: what an import would do, and the commands that do it. */
export type { ImportFile, PlanContext } from './context';
export { parseItems } from './items';
export { type ImportPlan, planImport, planningSteps } from './plan';
export { type ImportStep, importSteps } from './steps';
