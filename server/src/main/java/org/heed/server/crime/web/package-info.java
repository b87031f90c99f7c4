/** Pages of crimes. */
@NullMarked
package org.heed.server.crime.web;

import org.jspecify.annotations.NullMarked;
