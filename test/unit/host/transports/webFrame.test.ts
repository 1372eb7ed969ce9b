import { ExcelHost } from '../../../../src/host/excelHost';
import { PAYLOAD_LIMIT, type TransportFault } from '../../../../src/host/engine/session';
import { WorkbookModel } from '../../../../src/host/model/workbookModel';
import { serveWebFrame } from '../../../../src/host/transports/webFrame';

const HOST_ORIGIN = 'https://excel.example';
const PANE_ORIGIN = 'https://pane.example';
const CONVERSATION = 'book-1';
/** The client's numbers of calling, of registering for an event, and of ending that. */
const [INVOKE, REGISTER, UNREGISTER] = [0, 1, 2];
/** The client's number of the call that carries a request of the Excel API. */
const RICH_API = { DispatchId: 93, ControlId: 'kenzan', Version: 1 };
const COUNT_SHEETS = {
  AutoKeepReference: false,
  Actions: [{ Id: 2, ActionType: 3, Name: 'GetCount', ObjectPathId: 3, ArgumentInfo: { Arguments: [null] } }],
  ObjectPaths: {
    1: { Id: 1, ObjectPathType: 1, Name: '' },
    3: { Id: 3, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  },
};
const WATCH_CHANGES = {
  AutoKeepReference: false,
  Actions: [
    { Id: 2, ActionType: 3, Name: '_RegisterDataChangedEvent', ObjectPathId: 5, ArgumentInfo: { Arguments: [] } },
    { Id: 9, ActionType: 5, Name: 'Trace', ObjectPathId: 0 },
  ],
  ObjectPaths: {
    ...COUNT_SHEETS.ObjectPaths,
    5: { Id: 5, ObjectPathType: 5, Name: '', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['減額'] } },
  },
};

interface Sent {
  readonly to: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** A host that serves a pane: what the pane sends is put in by `receive`, what it would get is in `sent`. */
function open() {
  const model = new WorkbookModel('book.xlsx');
  const sheet = model.change('load', () => model.addSheet('減額'));
  const host = new ExcelHost(model);
  const sent: Sent[] = [];
  const left: string[] = [];
  const pane = {
    postMessage: (text: string, to: string) => sent.push({ to, message: JSON.parse(text) as Sent['message'] }),
  } as unknown as Window;
  const page = new EventTarget();
  const receive = (data: unknown, origin = PANE_ORIGIN, source: unknown = pane) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  const stop = serveWebFrame(
    host,
    {
      conversation: {
        id: CONVERSATION,
        hostOrigin: HOST_ORIGIN,
        settings: { displayLanguage: 'ja-JP', excelApi: '1.13' },
      },
      pane: () => pane,
      paneOrigin: PANE_ORIGIN,
      onLeave: (direction) => left.push(direction),
    },
    page as unknown as Window,
  );
  return { host, model, sheet, sent, left, receive, stop };
}

/** A message as the client writes it. */
function message(name: string, data: unknown, rest: object = {}): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: name,
    _conversationId: CONVERSATION,
    _correlationId: 7,
    _origin: PANE_ORIGIN,
    _data: data,
    _actionType: INVOKE,
    _serializerVersion: 1,
    ...rest,
  });
}

function query(body: object, place: Readonly<Record<number, unknown>> = {}): string {
  const parts = ['IterativeExecutor', 'POST', 'ProcessQuery', ['SdkVersion', 'officejs'], JSON.stringify(body), 0, 0];
  return message('executeMethod', { DdaMethod: RICH_API, ArrayData: Object.assign(parts, place) });
}

describe('the requests of the pane', () => {
  it('are answered in the envelope of Excel on the web, to the origin of the pane', () => {
    const { receive, sent } = open();
    receive(query(COUNT_SHEETS));
    expect(sent).toEqual([
      {
        to: PANE_ORIGIN,
        message: {
          _messageType: 1,
          _actionName: 'executeMethod',
          _conversationId: CONVERSATION,
          _correlationId: 7,
          _origin: HOST_ORIGIN,
          _serializerVersion: 1,
          _errorCode: 0,
          _responseType: 0,
          _data: {
            Version: 1,
            Error: 0,
            Data: [200, [], JSON.stringify({ Results: [{ ActionId: 2, Value: 1 }], TraceIds: [] })],
          },
        },
      },
    ]);
  });

  it('for the context learn of an Excel on the web with its language and requirement set', () => {
    const { receive, sent } = open();
    receive(message('ContextActivationManager_getAppContextAsync', 'kenzan'));
    expect(sent[0]?.message).toMatchObject({
      _errorCode: 0,
      _data: { _appName: 16, _appUILocale: 'ja-JP', _requirementMatrix: '{"ExcelApi":"1.13"}', _docUrl: '' },
    });
  });

  it.each<[TransportFault, number]>([
    ['cell-edit-mode', 5004],
    ['request-too-large', 5103],
    ['response-too-large', 5104],
    ['access-denied', 7000],
    ['activity-limit', 5102],
    ['session-expired', 5012],
    ['connection-lost', 5001],
  ])('that fail with %s are answered with number %i', (fault, number) => {
    const { host, receive, sent } = open();
    host.failRequest(1, fault);
    receive(query(COUNT_SHEETS));
    expect(sent[0]?.message).toMatchObject({ _errorCode: 0, _data: { Version: 1, Error: number } });
  });

  it('above 5 MB are refused without being carried out', () => {
    const { receive, sent, model } = open();
    const adding = {
      ...COUNT_SHEETS,
      Actions: [{ Id: 2, ActionType: 3, Name: 'Add', ObjectPathId: 3, ArgumentInfo: { Arguments: ['新'] } }],
    };
    receive(query({ ...adding, Padding: '円'.repeat(PAYLOAD_LIMIT / 3) }));
    expect(sent[0]?.message).toMatchObject({ _data: { Error: 5103 } });
    expect(model.sheets).toHaveLength(1);
    receive(query(adding));
    expect(model.sheets).toHaveLength(2);
  });

  it.each([
    ['another call of Office', message('executeMethod', { DdaMethod: { DispatchId: 64 } }), 5000],
    ['no data', message('executeMethod', null), 5000],
    ['no array', message('executeMethod', { DdaMethod: RICH_API, ArrayData: 'POST' }), 5010],
    ['another path', query(COUNT_SHEETS, { 2: 'Elsewhere' }), 5010],
    ['another method', query(COUNT_SHEETS, { 1: 'GET' }), 5010],
    ['no body', query(COUNT_SHEETS, { 4: null }), 5010],
  ])('with %s are refused by number', (_what, text, number) => {
    const { receive, sent, host } = open();
    receive(text);
    expect(sent[0]?.message).toMatchObject({ _errorCode: 0, _data: { Error: number } });
    expect(host.requests).toBe(0);
  });

  it('for a method that no host knows are said not to be understood', () => {
    const { receive, sent } = open();
    receive(message('openTheSafe', null));
    expect(sent[0]?.message).toMatchObject({ _errorCode: -2, _data: null });
  });
});

describe('messages that are none of the pane’s requests', () => {
  const good = query(COUNT_SHEETS);
  it.each<[string, unknown]>([
    ['not text', JSON.parse(good)],
    ['not JSON', '{'],
    ['JSON of something else', '"hello"'],
    ['null', 'null'],
    ['a response', message('executeMethod', {}, { _messageType: 1 })],
    ['of another conversation', message('executeMethod', {}, { _conversationId: 'book-0' })],
    ['without a number', message('executeMethod', {}, { _correlationId: '7' })],
    ['without a name', message('executeMethod', {}, { _actionName: 7 })],
    ['of an unknown action', message('executeMethod', {}, { _actionType: 9 })],
  ])('are passed over: %s', (_what, data) => {
    const { receive, sent, host } = open();
    receive(data);
    expect(sent).toEqual([]);
    expect(host.requests).toBe(0);
  });

  it('are passed over from another origin, another window, and no window', () => {
    const { receive, sent, host } = open();
    receive(good, 'https://elsewhere.example');
    receive(good, HOST_ORIGIN);
    receive(good, PANE_ORIGIN, { postMessage: () => undefined });
    receive(good, PANE_ORIGIN, null);
    expect(sent).toEqual([]);
    expect(host.requests).toBe(0);
  });

  it('are passed over once the host has left', () => {
    const { receive, sent, stop } = open();
    stop();
    receive(good);
    expect(sent).toEqual([]);
  });
});

describe('events', () => {
  const events = (sent: readonly Sent[]) => sent.filter(({ message: { _responseType } }) => _responseType === 1);

  it('of the Excel API reach a pane that registered for them, and none other', () => {
    const { receive, sent, model, sheet } = open();
    receive(query(WATCH_CHANGES));
    model.userEdit(sheet.id, 0, 0, '1');
    expect(events(sent)).toEqual([]);

    receive(message('richApiMessage', {}, { _actionType: REGISTER, _correlationId: 3 }));
    model.userEdit(sheet.id, 0, 0, '2');
    expect(events(sent)).toEqual([
      {
        to: PANE_ORIGIN,
        message: expect.objectContaining({
          _actionName: 'richApiMessage',
          _correlationId: 3,
          _data: { ArrayData: [[65536, 10, sheet.id, expect.stringContaining('"address":"A1"'), '2', false]] },
        }) as unknown,
      },
    ]);

    receive(message('richApiMessage', {}, { _actionType: UNREGISTER }));
    model.userEdit(sheet.id, 0, 0, '3');
    expect(events(sent)).toHaveLength(1);
  });

  it('of the selection reach a pane that registered for them', () => {
    const { receive, sent, model, sheet } = open();
    receive(message('documentSelectionChanged', {}, { _actionType: REGISTER }));
    expect(sent[0]?.message).toMatchObject({ _data: { Error: 0 } });
    model.select(sheet.id, { top: 1, left: 1, bottom: 1, right: 1 });
    expect(events(sent).map(({ message: { _actionName } }) => _actionName)).toEqual(['documentSelectionChanged']);
  });

  it('that the host does not have are refused by number', () => {
    const { receive, sent } = open();
    receive(message('officeThemeChanged', {}, { _actionType: REGISTER }));
    expect(sent[0]?.message).toMatchObject({ _data: { Error: 5000 } });
  });

  it('end with the host', () => {
    const { receive, sent, model, sheet, stop } = open();
    receive(query(WATCH_CHANGES));
    receive(message('richApiMessage', {}, { _actionType: REGISTER }));
    stop();
    model.userEdit(sheet.id, 0, 0, '1');
    expect(events(sent)).toEqual([]);
  });
});

it('the keyboard leaves the pane where the client says so', () => {
  const { receive, left } = open();
  for (const action of [13, 14, 17, 18, 21]) {
    receive(message('ContextActivationManager_notifyHost', ['kenzan', action]));
  }
  expect(left).toEqual(['forward', 'backward', 'forward', 'backward']);
});
