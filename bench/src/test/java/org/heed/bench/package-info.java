/** Each benchmark once, at its smallest: that it measures what it says, never how fast. */
@NullMarked
package org.heed.bench;

import org.jspecify.annotations.NullMarked;
