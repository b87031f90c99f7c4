/**
 * Places, vehicles, phones and online accounts: what reports say of them, which of these somebody
 * said are one, and finding one by a part. Two that are written alike are offered as one and never
 * taken for one.
 */
@NullMarked
package org.heed.server.thing;

import org.jspecify.annotations.NullMarked;
