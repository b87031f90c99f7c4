/**
 * What breaks under Heed: processes killed at work, disks that fill up, databases that go away.
 * Real processes on real servers; what they are started and killed by is progress, never time.
 */
@NullMarked
package org.heed.cli.faults;

import org.jspecify.annotations.NullMarked;
