/**
 * Referrals: a child is put to those who can help, with what makes that lawful, what the child
 * agreed to, how to reach them safely and what is dangerous. A referral ends at an outcome, not
 * when it is sent.
 */
@NullMarked
package org.heed.server.referral;

import org.jspecify.annotations.NullMarked;
