import { PageWorkbook } from '../workbooks/page/pageWorkbook';
import { PanePage } from './panePage';

/** The pane where there is no Office: beside a workbook that the page around it holds. */
const page = new PanePage({ locale: () => undefined, background: () => undefined });
const workbook = PageWorkbook.of(window);
if (workbook) page.showWorkbook(workbook);
else page.showMissing('none');
