import './base/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.js';
import { allowBlobWorkers } from './shell/trusted-types.js';

allowBlobWorkers();
const root = document.getElementById('root');
if (root !== null)
    createRoot(root).render(
        <StrictMode>
            <App />
        </StrictMode>,
    );
