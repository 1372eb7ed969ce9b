import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../language';
import { PAGE_SIZE } from '../session/findings';

interface PagedProps<T> {
  readonly items: readonly T[];
  /** One item as an element of a list, with its key. */
  readonly children: (item: T) => ReactNode;
}

/** A list that shows its first items, and more of them when asked. */
export function Paged<T>({ items, children }: PagedProps<T>) {
  const { text } = useLanguage();
  const [limit, setLimit] = useState(PAGE_SIZE);
  const rest = items.length - limit;
  return (
    <>
      <ul className="finding-list">{items.slice(0, limit).map(children)}</ul>
      {rest > 0 && (
        <Button size="small" className="wide" onClick={() => setLimit(limit + PAGE_SIZE)}>
          {text('list.more', { count: Math.min(PAGE_SIZE, rest), rest })}
        </Button>
      )}
    </>
  );
}
