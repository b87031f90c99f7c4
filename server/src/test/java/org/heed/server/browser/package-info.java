/** A real browser for tests of pages: headless Chromium through Playwright, with axe. */
@NullMarked
package org.heed.server.browser;

import org.jspecify.annotations.NullMarked;
