import { render } from 'solid-js/web';

const place = document.querySelector('#studio');
if (!place) throw new Error('invariant: index.html has #studio');

render(
  () => (
    <main>
      <h1>Threshold</h1>
    </main>
  ),
  place,
);
