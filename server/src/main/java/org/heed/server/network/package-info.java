/**
 * What lies around a person, place, vehicle, phone, account or report: reports, and whom and what
 * they speak of, by way of what the asker may see.
 */
@NullMarked
package org.heed.server.network;

import org.jspecify.annotations.NullMarked;
