/** People: created, found and chosen by a person for the mentions that mean them. */
@NullMarked
package org.heed.server.person;

import org.jspecify.annotations.NullMarked;
