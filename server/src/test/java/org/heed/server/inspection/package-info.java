/** Tests of inspections. */
@NullMarked
package org.heed.server.inspection;

import org.jspecify.annotations.NullMarked;
