/** The end-to-end tests, with pictures of what they see in `screenshots/`. */
import config from './playwright.config';

// Tests run in processes of their own, which inherit it.
process.env['KITHMAP_PICTURES'] = 'all';

export default config;
