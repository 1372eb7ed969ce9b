import { installPaneBridge } from '../host/transports/paneBridge';

/** Newest requirement set of Excel that the host answers. */
const EXCEL_API = '1.13';

const language = new URLSearchParams(window.location.search).get('language');
installPaneBridge({ displayLanguage: language === 'en' ? 'en-US' : 'ja-JP', excelApi: EXCEL_API });
