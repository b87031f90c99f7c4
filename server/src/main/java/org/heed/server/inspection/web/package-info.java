/** Pages of inspections. */
@NullMarked
package org.heed.server.inspection.web;

import org.jspecify.annotations.NullMarked;
