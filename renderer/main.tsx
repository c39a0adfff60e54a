/** The page begins here: piece by piece, then finds its host. */
import './app/without-eval';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@mantine/core/styles.css';
import './app/tokens.css';
import './app/base.css';
import './app/mantine.css';
import { inPieces } from './app/in-pieces';

await inPieces([
  () => import('../shared/json'),
  () => import('../shared/model/entities/happening'),
  () => import('../shared/model/entities'),
  () => import('../shared/contract'),
  () => import('react-dom/client'),
  () => import('./app/parts/dialog'),
  () => import('./app/all-actions'),
  () => import('./app/app'),
]);
const { begin } = await import('./app/begin');
const place = document.getElementById('root');
if (place !== null) await begin(place);
