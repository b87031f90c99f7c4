/**
 * Places, vehicles, telephones and online accounts as reports write them: the form in which two
 * ways of writing one thing are equal, and the pieces by which somebody who knows only part of it
 * finds it. Two that have one key are offered as one to a person, and never taken for one.
 */
@NullMarked
package org.heed.linkage.thing;

import org.jspecify.annotations.NullMarked;
