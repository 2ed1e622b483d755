import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
import './parts/tokens.css';
import './parts/forced-colors.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { router } from './app/router';

const container = document.getElementById('portal');
if (container) createRoot(container).render(<RouterProvider router={router} />);
