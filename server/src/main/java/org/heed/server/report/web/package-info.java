/** Pages of report. */
@NullMarked
package org.heed.server.report.web;

import org.jspecify.annotations.NullMarked;
