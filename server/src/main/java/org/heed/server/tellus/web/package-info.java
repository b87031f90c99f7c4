/** The pages of Tell us, open to all, and those of the inbox. */
@NullMarked
package org.heed.server.tellus.web;

import org.jspecify.annotations.NullMarked;
