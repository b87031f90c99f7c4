/** Tests of Tell us and its inbox. */
@NullMarked
package org.heed.server.tellus;

import org.jspecify.annotations.NullMarked;
