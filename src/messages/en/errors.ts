import type { errors as japanese } from '../ja/errors';

export const errors: Record<keyof typeof japanese, string> = {
  'missing-file': 'There is no such file.',
  'cannot-open': 'The file cannot be opened (it is a folder, may not be read, or another program is using it).',
  'not-a-workbook': 'This cannot be read as a workbook (not xlsx, xlsm, xlsb, xls, ods or csv, or damaged).',
  'not-a-workbook.markup':
    'This is a web page or an XML document, whatever its name says. Open it in Excel and save it as xlsx.',
  'empty-file': 'The file is empty.',
  damaged:
    'The file is damaged ({detail} is not what it was when it was saved). Copy the original again, or open it in Excel, repair it and save it.',
  encrypted:
    'The workbook is encrypted with a password. Open it in Excel, remove the password, save a copy and use that.',
  'not-calculated':
    'There are formulas without results (the first at {detail}), as programs write them that do not calculate. Open the workbook in Excel (in LibreOffice, press Ctrl+Shift+F9 too), save it and use that.',
  'cannot-write-format': 'Sheets can be added to xlsx and xlsm files only. Save the workbook as xlsx.',
  'cannot-write-format.signed':
    'The workbook carries a digital signature, which writing would invalidate. No sheet was added (it can be verified). Save a copy without the signature in Excel and use that.',
  'cannot-write-format.formats':
    'The workbook has too many cell formats (of at most 65,430) for sheets to be added (it can be verified). Use a copy without formats that are not needed.',
  'cannot-write-format.array': 'A cell inside an array formula or a data table was changed. That cannot be saved.',
  'cannot-write-format.table': 'A heading or total of a table was changed. That cannot be saved.',
  'cannot-write-format.merge': 'A cell hidden by a merged area was changed. That cannot be saved.',
  'file-exists': 'There already is a file of that name: {detail}',
  'cannot-save': 'It could not be saved.',
  'cannot-save.space': 'There is not enough space on the disk. Make some, or name another place.',
  'cannot-save.permission': 'There is no permission to write there. Name another folder.',
  'cannot-save.folder': 'The folder cannot be made: there is a file of that name. Name another folder.',
  'cannot-save.name': 'The name of the file is too long.',
  'too-large': 'The workbook is too large to be read. Try a copy without the sheets or rows that are not needed.',
  'cell-edit-mode': 'A cell is being edited. Finish that and try again.',
  protected: 'The structure of the workbook, or a sheet written earlier, is protected. Unprotect it and try again.',
  'changed-meanwhile': 'The workbook changed after it was verified. Verify it again.',
  'host-failed': 'Excel could not do what was asked ({detail}).',
  'host-too-old': 'This Excel is too old: it lacks {detail}.',
  unexpected: 'An unexpected error: {detail}',
};
