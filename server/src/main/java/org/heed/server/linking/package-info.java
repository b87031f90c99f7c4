/**
 * Linking in the record: who a report may speak of, as it is recorded; people who may be the same,
 * put before a person with what speaks for and against; and who is who by what people decided, as
 * known at any moment. Nothing is merged: an identity is a view over decisions.
 */
@NullMarked
package org.heed.server.linking;

import org.jspecify.annotations.NullMarked;
