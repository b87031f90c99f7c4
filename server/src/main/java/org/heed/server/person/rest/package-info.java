/** People for programs. */
@NullMarked
package org.heed.server.person.rest;

import org.jspecify.annotations.NullMarked;
