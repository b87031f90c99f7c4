/**
 * What became of crimes, as the Home Office counts it; how far reports got on the way there; and
 * the notices, orders and closures that stop exploiters short of a charge.
 */
@NullMarked
package org.heed.server.outcome;

import org.jspecify.annotations.NullMarked;
