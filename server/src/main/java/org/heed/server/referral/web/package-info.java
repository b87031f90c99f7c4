/** Pages of referrals, those to be printed among them. */
@NullMarked
package org.heed.server.referral.web;

import org.jspecify.annotations.NullMarked;
