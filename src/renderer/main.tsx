// Starts the interface: theme first, so that the first frame has its colours, then the session, then React.

import './styles/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme, rememberedTheme } from './lib/theme.ts';
import { startSession } from './state/session.ts';

applyTheme(rememberedTheme(), () => {})();
startSession();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
