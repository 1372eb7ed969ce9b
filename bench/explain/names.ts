const JAPANESE = [
  '住民記録',
  '税務総合',
  '介護保険',
  '国民健康保険',
  '文書管理',
  '財務会計',
  '人事給与',
  '庶務事務',
  '図書館',
  '施設予約',
  '電子申請',
  '地図情報',
  '防災情報',
  '子育て支援',
  '学校事務',
  '議会中継',
  '道路台帳',
];
const ENGLISH = [
  'Residents register',
  'Tax ledger',
  'Care insurance',
  'Document store',
  'General ledger',
  'Payroll',
  'Library',
  'Bookings',
  'Online forms',
  'Maps',
  'Alerts',
  'Child support',
  'School office',
];

/** A name of its own for every line. */
export function nameOf(index: number, language: 'ja' | 'en'): string {
  const names = language === 'ja' ? JAPANESE : ENGLISH;
  const name = names[index % names.length] ?? '';
  const round = (index - (index % names.length)) / names.length;
  const more =
    round === 0 ? '' : language === 'ja' ? `第${round + 1}期` : ` unit ${'ABCDEFGHIJKLMNOP'[round] ?? round}`;
  return language === 'ja' ? `${name}${more}システム` : `${name}${more}`;
}
