/**
 * The page kit: what every page of Heed is made with. It holds the typed page model, the form and
 * table models that the templates under {@code src/main/jte} take, the adapter that renders those
 * templates, and the style sheets and scripts with their content-hashed addresses. It knows nothing
 * of reports, people or flags; modules bring their own pages and use it.
 */
@NullMarked
package org.heed.server.web;

import org.jspecify.annotations.NullMarked;
