import { Button } from '@fluentui/react-components';
import type { Language } from '../../messages/language';
import { useLanguage } from '../language';
import { Logo } from './icons';

/** Name and language. Its right end stays empty: Office lays a menu over the pane's top right corner. */
export function Header({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { language, text } = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <header className="header">
      <Logo />
      <h1 className="title">{text('app.name')}</h1>
      <Button appearance="subtle" size="small" lang={other} onClick={() => onLanguage(other)}>
        {text('app.other-language')}
      </Button>
    </header>
  );
}
