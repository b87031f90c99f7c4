package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.server.publication.Lineage;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Unit;
import org.heed.server.web.Column;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/**
 * The model of {@code figure/records.jte}.
 *
 * @param reads whether reports can be opened from here
 */
public record RecordsPage(
    Page page, Question question, String scope, Lineage lineage, Paging paging, boolean reads) {

  /** Whether each row is a report, so that one column names it. */
  public boolean countsReports() {
    return question.unit() == Unit.REPORTS;
  }

  /** Whether each row has an offence. */
  public boolean countsCrimes() {
    return question.unit() == Unit.CRIMES;
  }

  /** The table's columns: what is counted, the report it comes from, and where and when. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    if (!countsReports()) {
      columns.add(Column.of("Counted"));
    }
    columns.addAll(List.of(Column.of("Report"), Column.of("Area"), Column.of("Day")));
    if (countsCrimes()) {
      columns.add(Column.of("Offence"));
    }
    return columns;
  }

  /** The figure that this is behind. */
  public String back() {
    return "/figures?" + QuestionText.query(question);
  }
}
