import { render } from 'solid-js/web';
import { App } from './app.tsx';
import './theme.css';
import './base.css';

const place = document.querySelector('#studio');
if (!place) throw new Error('invariant: index.html has #studio');

render(() => <App />, place);
