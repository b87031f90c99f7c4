/**
 * What agencies outside the force see of the record: what was referred to them, and packs that a
 * person decided to show them, with what was left out, the basis and how to handle it. Each can be
 * taken back, and that they saw it is kept.
 */
@NullMarked
package org.heed.server.sharing;

import org.jspecify.annotations.NullMarked;
