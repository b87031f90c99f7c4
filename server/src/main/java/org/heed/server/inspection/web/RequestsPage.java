package org.heed.server.inspection.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.RecordRequest;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code inspection/requests.jte}.
 *
 * @param account who looks
 * @param supervises whether they may answer others
 */
public record RequestsPage(
    Page page,
    Inspection inspection,
    List<RecordRequest> requests,
    UUID account,
    boolean supervises,
    Instant now) {
  public RequestsPage {
    requests = List.copyOf(requests);
  }

  public String address() {
    return "/inspections/" + inspection.id() + "/requests";
  }

  public List<Link> tabs() {
    return InspectionTabs.links(inspection.id());
  }

  public String what(RecordRequest one) {
    return one.kind().equals("report") ? "A report" : "A case";
  }

  /** The place of the case that it is linked to. */
  public String place(RecordRequest one) {
    return inspection
        .find(one.caseFile())
        .map(drawn -> Words.number(drawn.place()))
        .orElse("of another sample");
  }

  public String standing(RecordRequest one) {
    return one.isWaiting() ? "Waits" : one.isOpen(now) ? "Open" : "Closed";
  }

  public String colour(RecordRequest one) {
    return one.isWaiting() ? "blue" : one.isOpen(now) ? "green" : "grey";
  }

  public String answer(RecordRequest.Answer answer) {
    Instant until = answer.until();
    return until == null ? "Not opened" : "Open until " + Words.date(until.minusSeconds(1));
  }

  public boolean isMine(RecordRequest one) {
    return one.account().equals(account) && one.isOpen(now);
  }

  public boolean mayAnswer(RecordRequest one) {
    return supervises && !one.account().equals(account);
  }
}
