/**
 * Crimes: what the counting rules make of reports, classified, reclassified, cancelled, reinstated.
 */
@NullMarked
package org.heed.server.crime;

import org.jspecify.annotations.NullMarked;
