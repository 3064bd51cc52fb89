import { StyleModule } from '../vendor/style-mod/index.js';

/** The page lets no script write a `style` element; sheets that a script makes are its own. */
const ADOPTED = {
  ownerDocument: document,
  get adoptedStyleSheets() {
    return document.adoptedStyleSheets;
  },
  set adoptedStyleSheets(sheets) {
    document.adoptedStyleSheets = sheets;
  },
};

const mount = StyleModule.mount;
StyleModule.mount = (_, modules) => mount.call(StyleModule, ADOPTED, modules);
