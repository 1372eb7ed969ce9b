import type { OfficeSheet } from './officeTable';

/** Tables as English-speaking offices print them, written for this bench. What begins with = is computed; see officeTable. */
export const ENGLISH: readonly OfficeSheet[] = [
  {
    name: 'income statement',
    rows: `
 | FY2019 | FY2018
Revenue | 482,305 | 451,880
Cost of sales | 291,182 | 280,417
Gross profit | =2-3 | =2-3
Selling expenses | 52,118 | 50,330
Administrative expenses | 71,940 | 69,205
Operating income | =4-5-6 | =4-5-6
Interest expense | 4,018 | 4,411
Income before taxes | =7-8 | =7-8
Income taxes | 18,830 | 14,220
Net income | =9-10 | =9-10`,
  },
  {
    name: 'income statement with a total of expenses',
    rows: `
Item | Amount
Sales | 18,240.50
Cost of goods sold | 9,118.75
Gross profit | =2-3
Salaries | 3,450.00
Rent | 1,200.00
Utilities | 318.42
Advertising | 275.10
Total operating expenses | =5:8
Operating profit | =4-9
Other income | 42.15
Profit before tax | =10+11
Tax | 822.30
Profit for the year | =12-13`,
  },
  {
    name: 'balance sheet',
    rows: `
Assets
Cash | 18,402
Accounts receivable | 22,118
Inventory | 7,940
Total current assets | =2:4
Property and equipment | 58,216
Total assets | =5+6
Liabilities
Accounts payable | 9,815
Short-term debt | 12,030
Total current liabilities | =9:10
Long-term debt | 28,400
Total liabilities | =11+12
Share capital | 30,000
Retained earnings | 26,431
Total equity | =14:15
Total liabilities and equity | =13+16`,
  },
  {
    name: 'invoice',
    rows: `
Description | Quantity | Unit price | Amount
Support, standard | 12 | 385.00 | =B*C
Support, extended hours | 3 | 412.50 | =B*C
Device rental | 24 | 67.80 | =B*C
Subtotal | | | =2:4
Tax (10%) | | | =5%10
Total | | | =5+6`,
  },
  {
    name: 'budget against actual',
    rows: `
Department | Budget | Actual | Variance
Police | 4,812,330 | 4,790,115 | =C-B
Fire | 3,204,118 | 3,298,730 | =C-B
Parks | 910,906 | 855,012 | =C-B
Library | 618,402 | 620,661 | =C-B
Public works | 2,770,140 | 2,699,384 | =C-B
Total | =2:6 | =2:6 | =2:6`,
  },
  {
    name: 'quarterly sales',
    rows: `
Region | Q1 | Q2 | Q3 | Q4 | Year
North | 1,204 | 1,338 | 1,190 | 1,420 | =B+C+D+E
South | 884 | 902 | 871 | 940 | =B+C+D+E
East | 1,533 | 1,608 | 1,477 | 1,702 | =B+C+D+E
West | 715 | 688 | 742 | 801 | =B+C+D+E
Total | =2:5 | =2:5 | =2:5 | =2:5 | =2:5`,
  },
  {
    name: 'cash flow',
    rows: `
 | January | February | March
Opening balance | 12,480 | =B8 | =C8
Receipts from sales | 8,214 | 9,006 | 7,741
Other receipts | 120 | 88 | 310
Payments to suppliers | 5,118 | 6,240 | 4,903
Wages | 2,330 | 2,418 | 2,275
Rent | 900 | 900 | 900
Closing balance | =2+3+4-5-6-7 | =2+3+4-5-6-7 | =2+3+4-5-6-7`,
  },
  {
    name: 'bank account',
    rows: `
Date | Details | Paid out | Paid in | Balance
1 Apr 2020 | Opening balance | | | 1,284.50
3 Apr 2020 | Card payment | 84.20 | | =E2-C3
8 Apr 2020 | Salary | | 2,150.00 | =E3+D4
12 Apr 2020 | Rent | 900.00 | | =E4-C5
20 Apr 2020 | Electricity | 118.36 | | =E5-C6
25 Apr 2020 | Refund | | 41.50 | =E6+D7
28 Apr 2020 | Groceries | 133.41 | | =E7-C8`,
  },
  {
    name: 'expense report',
    rows: `
Date | Travel | Lodging | Meals | Other | Total
2020-05-08 | 24.80 | 0.00 | 18.20 | 5.00 | =B+C+D+E
2020-05-14 | 267.40 | 189.00 | 42.15 | 12.00 | =B+C+D+E
2020-05-22 | 89.60 | 0.00 | 21.90 | 0.00 | =B+C+D+E
2020-06-03 | 271.20 | 189.00 | 66.30 | 8.50 | =B+C+D+E
Total | =2:5 | =2:5 | =2:5 | =2:5 | =2:5`,
  },
  {
    name: 'grants by source',
    rows: `
Programme | Federal | State | Local | All sources
Child care | 48,200 | 24,100 | 25,318 | =B+C+D
After school | 12,440 | 12,440 | 13,907 | =B+C+D
Family support | 6,075 | 3,037 | 4,911 | =B+C+D
Maternal health | 2,310 | 0 | 5,224 | =B+C+D
All programmes | =2:5 | =2:5 | =2:5 | =2:5`,
  },
  {
    name: 'headcount',
    rows: `
Office | Full time | Part time | Headcount
London | 412 | 88 | =B+C
Leeds | 188 | 31 | =B+C
Cardiff | 97 | 22 | =B+C
Glasgow | 143 | 40 | =B+C
Total | =2:5 | =2:5 | =2:5`,
  },
  {
    name: 'statement of changes',
    rows: `
Fund | Opening | Income | Expenditure | Closing
General | 412,033 | 215,000 | 248,000 | =B+C-D
Building | 81,244 | 12,005 | 10,000 | =B+C-D
Bursary | 193,327 | 30,021 | 15,340 | =B+C-D
Library | 24,511 | 8,873 | 9,140 | =B+C-D
Total | =2:5 | =2:5 | =2:5 | =2:5`,
  },
  {
    name: 'damages claimed',
    rows: `
Head of damage | Amount (USD)
Investigation | 12,800.00
Forensic analysis | 34,500.00
Restoration of servers | 21,185.00
Replacement of devices | 9,642.00
Staff time | 17,331.40
Total damages claimed | =2:6
Less insurance received | 25,000.00
Net claim | =7-8`,
  },
];
