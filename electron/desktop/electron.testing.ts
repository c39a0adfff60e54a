/**
 * A double of the parts of Electron that the desktop uses. It behaves as Electron's documentation says its parts do:
 * emitters of events, listeners that can prevent, a lock that one program has, calls between a page and the program
 * that are copied on their way. What a test wants to see of it is public.
 */
import { EventEmitter, once } from 'node:events';
import { type Bridge, callChannel, eventChannel } from '../../shared/bridge';
import type {
  AppPart,
  ContentsPart,
  DesktopParts,
  FramePart,
  InvokeEvent,
  MenuItem,
  NotificationPart,
  Rectangle,
  SchemePrivileges,
  SessionPart,
  WindowPart,
} from './parts';
import type { WindowOptions } from './window-options';

export class FakeEvent {
  prevented = false;
  preventDefault(): void {
    this.prevented = true;
  }
}

export class FakeContents extends EventEmitter implements ContentsPart {
  mainFrame: FramePart = { origin: 'null' };
  openHandler: (() => { action: 'deny' }) | undefined;
  readonly #heard = new EventEmitter();

  send(channel: string, ...args: unknown[]): void {
    this.#heard.emit(channel, ...args.map((arg) => structuredClone(arg)));
  }
  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.openHandler = handler;
  }
  /** What `ipcRenderer.on` does in the page. */
  hear(channel: string, listener: (event: unknown) => void): () => void {
    this.#heard.on(channel, listener);
    return () => this.#heard.off(channel, listener);
  }
  /** Whether the page may do what the event announces. */
  tries(event: string): boolean {
    const announced = new FakeEvent();
    this.emit(event, announced);
    return !announced.prevented;
  }
}

export class FakeWindow extends EventEmitter implements WindowPart {
  readonly webContents = new FakeContents();
  readonly options: WindowOptions;
  url = '';
  shown = false;
  focused = 0;
  maximized = false;
  minimized = false;
  destroyed = false;
  bounds: Rectangle;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    this.bounds = { x: 0, y: 0, ...options };
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    this.webContents.mainFrame = { origin: url.replace(/\/(?:#.*)?$/, '') };
    this.emit('ready-to-show');
    return Promise.resolve();
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
  }
  restore(): void {
    this.minimized = false;
  }
  maximize(): void {
    this.maximized = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds(): Rectangle {
    const { x, y, width, height } = this.bounds;
    return { x, y, width, height };
  }
}

export class FakeNotification extends EventEmitter implements NotificationPart {
  readonly options: { readonly title: string; readonly body: string };
  shown = false;

  constructor(options: { readonly title: string; readonly body: string }) {
    super();
    this.options = options;
  }
  show(): void {
    this.shown = true;
  }
}

export class FakeApp extends EventEmitter implements AppPart {
  isPackaged = true;
  hasLock = true;
  ready = Promise.resolve();
  /** How often the app was told to quit, and whether it did. */
  quits = 0;
  exited: number | undefined;
  readonly userData: string;

  constructor(userData: string) {
    super();
    this.userData = userData;
  }
  whenReady(): Promise<void> {
    return this.ready;
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  quit(): void {
    this.quits += 1;
    const event = new FakeEvent();
    this.emit('before-quit', event);
    if (!event.prevented) this.exit(0);
  }
  exit(code = 0): void {
    this.exited = code;
    this.emit('exited');
  }
  getPath(): string {
    return this.userData;
  }
}

type InvokeHandler = (event: InvokeEvent, ...args: unknown[]) => Promise<unknown>;

export class FakeElectron implements DesktopParts<WindowOptions> {
  readonly app: FakeApp;
  readonly handlers = new Map<string, InvokeHandler>();
  readonly windows: FakeWindow[] = [];
  readonly opened: string[] = [];
  readonly notified: FakeNotification[] = [];
  showsNotifications = true;
  schemes: SchemePrivileges[] = [];
  menuTemplate: MenuItem[] = [];
  areas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  openPathAnswer = '';
  schemeHandler: ((request: Request) => Promise<Response>) | undefined;
  mayRequest: (permission: string) => boolean = () => true;
  mayCheck: (permission: string) => boolean = () => true;
  mayUseDevice: () => boolean = () => true;
  mayLoad: (url: string) => boolean = () => true;

  constructor(userData: string) {
    this.app = new FakeApp(userData);
  }

  readonly ipc = {
    handle: (channel: string, handler: InvokeHandler): void => {
      if (this.handlers.has(channel)) throw new Error(`A second handler for ${channel}`);
      this.handlers.set(channel, handler);
    },
    removeHandler: (channel: string): void => void this.handlers.delete(channel),
  };
  readonly menu = {
    buildFromTemplate: (template: MenuItem[]): MenuItem[] => template,
  };
  readonly shell = {
    openExternal: (url: string): Promise<void> => Promise.resolve(void this.opened.push(url)),
    openPath: (path: string): Promise<string> => {
      this.opened.push(path);
      return Promise.resolve(this.openPathAnswer);
    },
  };

  readonly notifications = {
    isSupported: (): boolean => this.showsNotifications,
    create: (options: FakeNotification['options']): FakeNotification => {
      const notification = new FakeNotification(options);
      this.notified.push(notification);
      return notification;
    },
  };

  setMenu(menu: unknown): void {
    this.menuTemplate = menu as MenuItem[];
  }
  registerSchemes(schemes: SchemePrivileges[]): void {
    this.schemes = schemes;
  }
  displays(): { workArea: Rectangle }[] {
    return this.areas.map((workArea) => ({ workArea }));
  }
  createWindow(options: WindowOptions): FakeWindow {
    const window = new FakeWindow(options);
    this.windows.push(window);
    window.once('ready-to-show', () => this.app.emit('shown', window));
    this.app.emit('web-contents-created', new FakeEvent(), window.webContents);
    return window;
  }

  session(): SessionPart {
    return {
      setPermissionRequestHandler: (handler) => {
        this.mayRequest = (permission) => {
          let answer = true;
          handler(undefined, permission, (granted) => (answer = granted));
          return answer;
        };
      },
      setPermissionCheckHandler: (handler) => {
        this.mayCheck = (permission) => handler(undefined, permission);
      },
      setDevicePermissionHandler: (handler) => {
        this.mayUseDevice = handler;
      },
      webRequest: {
        onBeforeRequest: (listener) => {
          this.mayLoad = (url) => {
            let cancelled = false;
            listener({ url }, ({ cancel }) => (cancelled = cancel));
            return !cancelled;
          };
        },
      },
      protocol: {
        handle: (_scheme, handler) => {
          this.schemeHandler = handler;
        },
      },
    };
  }

  /** What `ipcRenderer.invoke` does in the page of a window: values are copied both ways. */
  async invoke(
    window: FakeWindow,
    args: readonly unknown[],
    from: { sender?: ContentsPart; senderFrame?: FramePart | null } = {},
  ): Promise<unknown> {
    const handler = this.handlers.get(callChannel);
    if (handler === undefined) throw new Error('Nobody answers.');
    const { sender = window.webContents, senderFrame = window.webContents.mainFrame } = from;
    const copied = structuredClone(args);
    return structuredClone(await handler({ sender, senderFrame }, ...copied));
  }

  /** The bridge that the preload script puts into the page of a window. */
  bridge(window: FakeWindow): Bridge {
    return {
      call: (method, args) => this.invoke(window, [method, args]),
      subscribe: (listener) => window.webContents.hear(eventChannel, listener),
    };
  }

  /** The next window that shows its page. */
  async nextWindow(): Promise<FakeWindow> {
    const [window] = (await once(this.app, 'shown')) as [FakeWindow];
    return window;
  }

  /** The person closes a window. */
  closeWindow(window: FakeWindow): void {
    window.emit('close');
    window.destroyed = true;
    window.emit('closed');
    this.windows.splice(this.windows.indexOf(window), 1);
    if (this.windows.length === 0) this.app.emit('window-all-closed');
  }
}
