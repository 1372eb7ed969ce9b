import type { CellArea } from '../../core/sheets/address';
import type {
  ChartAxisModel,
  ChartModel,
  ChartSeriesModel,
  ConditionalFormatModel,
  DefinedNameModel,
} from '../model/features';
import type { SheetModel } from '../model/sheetModel';
import type { BorderSide } from '../model/style';
import type { WorkbookModel } from '../model/workbookModel';
import type { Json } from './protocol';

/** Cells of one sheet: one rectangle for a Range, several for RangeAreas and what is formatted through either. */
export interface CellsTarget {
  readonly sheet: SheetModel;
  readonly areas: readonly CellArea[];
}

interface InChart {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}

interface InSeries extends InChart {
  readonly series: ChartSeriesModel;
}

interface InAxis extends InChart {
  readonly axis: ChartAxisModel;
}

interface InConditionalFormat {
  readonly sheet: SheetModel;
  readonly format: ConditionalFormatModel;
}

/** What stands behind each kind of object that the client can hold. */
export interface Targets {
  AddinInternalService: null;
  Workbook: WorkbookModel;
  Application: WorkbookModel;
  WorkbookProtection: WorkbookModel;
  Functions: WorkbookModel;
  FunctionResult: { readonly value: Json };
  WorksheetCollection: WorkbookModel;
  Worksheet: SheetModel;
  WorksheetProtection: SheetModel;
  FreezePanes: SheetModel;
  PageLayout: SheetModel;
  NamedItemCollection: { readonly workbook: WorkbookModel; readonly sheetId: string | null };
  NamedItem: { readonly workbook: WorkbookModel; readonly name: DefinedNameModel };
  Range: CellsTarget;
  RangeAreas: CellsTarget;
  RangeCollection: CellsTarget;
  RangeFormat: CellsTarget;
  RangeFill: CellsTarget;
  RangeFont: CellsTarget;
  RangeBorders: CellsTarget;
  RangeBorder: CellsTarget & { readonly side: BorderSide | 'InsideHorizontal' | 'InsideVertical' };
  DataValidation: CellsTarget;
  ConditionalFormatCollection: CellsTarget;
  ConditionalFormat: InConditionalFormat;
  CustomConditionalFormat: InConditionalFormat;
  ConditionalFormatRule: InConditionalFormat;
  ConditionalRangeFormat: InConditionalFormat;
  ConditionalRangeFill: InConditionalFormat;
  ConditionalRangeFont: InConditionalFormat;
  ChartCollection: SheetModel;
  Chart: InChart;
  ChartTitle: InChart;
  ChartLegend: InChart;
  ChartAxes: InChart;
  ChartAxis: InAxis;
  ChartSeriesCollection: InChart;
  ChartSeries: InSeries;
  ChartSeriesFormat: InSeries;
  ChartFill: InSeries;
}

export type TypeName = keyof Targets;

/** An object that the client can hold: its kind and what stands behind it. */
export type HostObject = { readonly [K in TypeName]: { readonly type: K; readonly target: Targets[K] } }[TypeName];

/** What objects need besides their target. */
export interface Scene {
  readonly workbook: WorkbookModel;
  /** Begins or ends telling the client of an event: 10 for changed cells, 14 for a selection. */
  watch(eventType: number, targetId: string, watched: boolean): void;
  /** Keeps an object beyond this request, under a name that path type 6 resolves. */
  keep(object: HostObject): string;
  release(referenceId: string): void;
}

/** A property with a plain value. Without `set` it is read-only, without `get` write-only. */
export interface Scalar<T> {
  readonly get?: (target: T, scene: Scene) => Json;
  readonly set?: (target: T, value: Json, scene: Scene) => void;
}

/** What a method is given: plain values, and objects where the client passed one. */
export type Argument = Json | HostObject | undefined;

/** One kind of object: every member that the client may use. All else is refused as ApiNotFound. */
export interface ObjectType<K extends TypeName> {
  /** Reported as `Id` when the object is instantiated, and in lists. */
  readonly id?: (target: Targets[K]) => string;
  /** Ranges are kept by reference when the client asks for it. */
  readonly keptByReference?: boolean;
  readonly scalars?: Readonly<Record<string, Scalar<Targets[K]>>>;
  /** Objects that belong to this one; null where there is none. */
  readonly parts?: Readonly<Record<string, (target: Targets[K], scene: Scene) => HostObject | null>>;
  readonly methods?: Readonly<
    Record<string, (target: Targets[K], args: readonly Argument[], scene: Scene) => HostObject | Json>
  >;
  readonly items?: (target: Targets[K], scene: Scene) => readonly HostObject[];
  /** The item of this key. @throws HostError ItemNotFound. */
  readonly item?: (target: Targets[K], key: Argument, scene: Scene) => HostObject;
}

/** Whether a method gave (or was given) an object rather than a plain value. */
export function isHostObject(value: Argument): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'target' in value;
}
