/**
 * Children who are suspected: a role belongs to a report, so that a child may be harmed in one and
 * suspected in another, and then somebody has to decide on their own safety. Heed asks, with who
 * answers for it; a named person decides, and is asked again when more comes.
 */
@NullMarked
package org.heed.server.suspected;

import org.jspecify.annotations.NullMarked;
