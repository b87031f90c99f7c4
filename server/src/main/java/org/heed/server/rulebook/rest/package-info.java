/** What programs ask of rulebooks. */
@NullMarked
package org.heed.server.rulebook.rest;

import org.jspecify.annotations.NullMarked;
