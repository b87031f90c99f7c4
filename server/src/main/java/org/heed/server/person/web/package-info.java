/** Pages of people. */
@NullMarked
package org.heed.server.person.web;

import org.jspecify.annotations.NullMarked;
