/** Linking people, for programs. */
@NullMarked
package org.heed.server.linking.rest;

import org.jspecify.annotations.NullMarked;
