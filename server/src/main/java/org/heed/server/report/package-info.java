/** Reports: what comes in, its versions, who it speaks of, and who may open it. */
@NullMarked
package org.heed.server.report;

import org.jspecify.annotations.NullMarked;
