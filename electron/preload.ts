/** Puts the bridge into the page: calls go out, events come in, and nothing else of the desktop is reachable. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { type Bridge, bridgeName, callChannel, eventChannel } from '../shared/bridge';

const bridge: Bridge = {
  call: (method, args) => ipcRenderer.invoke(callChannel, method, args),
  subscribe(listener) {
    const hear = (_event: IpcRendererEvent, event: unknown): void => listener(event);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.removeListener(eventChannel, hear);
    };
  },
};
contextBridge.exposeInMainWorld(bridgeName, bridge);
