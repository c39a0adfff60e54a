/** The menu, as plain data: what the system does by itself, and the few things the app adds. */
import type { MenuItem, MenuRole } from './parts';

export type MenuAction = 'new-window' | 'show-folder';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  readonly act: (action: MenuAction) => void;
}

const separator: MenuItem = { type: 'separator' };
const roles = (...names: MenuRole[]): MenuItem[] => names.map((role) => ({ role }));

export function menuTemplate({ platform, devTools, act }: MenuOptions): MenuItem[] {
  const mac = platform === 'darwin';
  const action = (label: string, name: MenuAction, accelerator?: string): MenuItem => ({
    label,
    click: () => act(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return [
    ...(mac
      ? [
          {
            label: 'Kithmap',
            submenu: [
              ...roles('about'),
              separator,
              ...roles('hide', 'hideOthers', 'unhide'),
              separator,
              ...roles('quit'),
            ],
          },
        ]
      : []),
    {
      label: 'File',
      submenu: [
        action('New Window', 'new-window', 'CmdOrCtrl+Shift+N'),
        action('Show Data Folder', 'show-folder'),
        separator,
        ...roles('close'),
        ...(mac ? [] : roles('quit')),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        // In texts alone: the keys themselves are the page's, which takes back edits with them.
        { role: 'undo', registerAccelerator: false },
        { role: 'redo', registerAccelerator: false },
        separator,
        ...roles('cut', 'copy', 'paste', 'selectAll'),
      ],
    },
    {
      label: 'View',
      submenu: [...roles('reload', 'togglefullscreen'), ...(devTools ? roles('toggleDevTools') : [])],
    },
    { label: 'Window', submenu: roles('minimize') },
  ];
}
