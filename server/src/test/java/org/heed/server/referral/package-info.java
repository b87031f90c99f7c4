/** Tests of referrals. */
@NullMarked
package org.heed.server.referral;

import org.jspecify.annotations.NullMarked;
