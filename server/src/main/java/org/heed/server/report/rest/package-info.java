/** Reports for programs. */
@NullMarked
package org.heed.server.report.rest;

import org.jspecify.annotations.NullMarked;
