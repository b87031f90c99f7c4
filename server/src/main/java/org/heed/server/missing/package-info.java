/**
 * Missing: episodes of people on record. A named officer grades the risk from all that is held,
 * with reasons; found, prevention interview and independent return interview are acts apart, and
 * repeat episodes add up by themselves, each child's apart.
 */
@NullMarked
package org.heed.server.missing;

import org.jspecify.annotations.NullMarked;
