'use strict';
document.querySelector('entente-explorer').addEventListener('entente-navigate', (event) => {
  document.getElementById('place').textContent = event.detail.url;
});
