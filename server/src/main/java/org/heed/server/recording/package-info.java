/**
 * Recording audits: whether what was reported was recorded. A sample of reports is drawn by the
 * route that they came in by, a named auditor says of each which crimes it amounts to and how these
 * were recorded, and rates are told of all reports with intervals. Of nobody who recorded one.
 */
@NullMarked
package org.heed.server.recording;

import org.jspecify.annotations.NullMarked;
