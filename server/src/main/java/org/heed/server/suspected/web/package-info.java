/** The pages of children who are suspected. */
@NullMarked
package org.heed.server.suspected.web;

import org.jspecify.annotations.NullMarked;
