/**
 * What tests stand on: a real PostgreSQL with a fresh database for each test class, randomness with
 * a seed that is printed on failure, waiting for a condition, and the folder of outside data.
 */
@NullMarked
package org.heed.testkit;

import org.jspecify.annotations.NullMarked;
