import { installPaneBridge } from '../host/transports/paneBridge';
import { paneSettings } from './paneSettings';

const language = new URLSearchParams(window.location.search).get('language');
installPaneBridge(paneSettings(language === 'en' ? 'en' : 'ja'));
