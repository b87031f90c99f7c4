/**
 * What shows only when reports are put together: looked for by Heed's own program, told to whoever
 * may see every report it rests on, and decided on by a named person.
 */
@NullMarked
package org.heed.server.pattern;

import org.jspecify.annotations.NullMarked;
