/**
 * Inspection: whether what was done was done properly. A sample of cases is drawn from a recorded
 * frame, so that anybody can draw it again; people grade it who do not see each other's grades
 * until all are in; what comes of it is told with intervals, and what has to change stays open
 * until another sample says that it did.
 */
@NullMarked
package org.heed.server.inspection;

import org.jspecify.annotations.NullMarked;
