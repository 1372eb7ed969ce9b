import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../session/session';
import type { SessionState } from '../session/state';

export const SessionContext = createContext<Session | null>(null);

/** The session that the pane shows. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A part of the pane stands outside its SessionContext.');
  return session;
}

/** The session's state; renders again when it changes. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}
