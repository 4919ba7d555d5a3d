import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './connection.ts';

const root = document.querySelector('#app');
if (root !== null) render(<App connection={connect()} />, root);
