/**
 * Notices that something in a case is due soon, due now or past its time: in the application, by
 * e-mail and in a calendar. They carry a case's number and a link, and never a name, a place or
 * what it is about. To whom each was given and when is a fact.
 */
@NullMarked
package org.heed.server.notice;

import org.jspecify.annotations.NullMarked;
