/**
 * Tell us: what children, the public and professionals tell without an account, and the inbox in
 * which it is read. Every message has an owner and a clock from the moment it comes; what somebody
 * decides about it becomes a report, joins one, or is closed with a reason.
 */
@NullMarked
package org.heed.server.tellus;

import org.jspecify.annotations.NullMarked;
