/**
 * The database under the record: connections and their roles, migrations, and the one way facts are
 * written and looks are kept.
 */
@NullMarked
package org.heed.server.store;

import org.jspecify.annotations.NullMarked;
