/** The record written out and taken back. */
@NullMarked
package org.heed.server.portable;

import org.jspecify.annotations.NullMarked;
