package org.heed.server.publication.web;

import org.heed.server.publication.Lineage;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/**
 * The model of {@code figure/records.jte}.
 *
 * @param reads whether reports can be opened from here
 */
public record RecordsPage(
    Page page, Question question, String scope, Lineage lineage, Paging paging, boolean reads) {

  /** The figure that this is behind. */
  public String back() {
    return "/figures?" + QuestionText.query(question);
  }
}
