/**
 * Notices that something in a case, or an answer to somebody who asks what is held about them, is
 * due soon, due now or past its time: in the application, by e-mail and, of cases, in a calendar.
 * They carry a number and a link, and never a name, a place or what it is about. To whom each was
 * given and when is a fact.
 */
@NullMarked
package org.heed.server.notice;

import org.jspecify.annotations.NullMarked;
