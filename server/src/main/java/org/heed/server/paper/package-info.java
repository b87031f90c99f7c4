/**
 * What leaves Heed on paper: documents made of headings, paragraphs and tables, set as PDF that a
 * screen reader can read (PDF/UA-1). What is redacted never gets here.
 */
@NullMarked
package org.heed.server.paper;

import org.jspecify.annotations.NullMarked;
