/** Files dropped anywhere in the window are read, and what they would do is shown. */
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../../network/hooks';
import { droppedFiles } from './dropped-files';
import '../data.css';

export function DropTarget(): ReactNode {
  const session = useSession();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Enter and leave come for every element that is crossed: count them.
    let depth = 0;
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault(); // else the browser would open the file in place of the page
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      session.navigation.go('data');
      void droppedFiles(event.dataTransfer).then((files) => session.imports.add(files));
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [session]);
  if (!over) return null;
  return (
    <div className="k-drop">
      <p className="k-drop-words">Drop to see what an import would do. Nothing is written yet.</p>
    </div>
  );
}
