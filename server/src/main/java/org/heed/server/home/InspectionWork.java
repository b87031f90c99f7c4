package org.heed.server.home;

import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Work;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.InspectionActions;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** What somebody has still to grade, and the way to inspections. */
@Component
class InspectionWork {
  private final Gradings gradings;
  private final RecordingAudits audits;
  private final InspectionActions actions;

  InspectionWork(Gradings gradings, RecordingAudits audits, InspectionActions actions) {
    this.actions = actions;
    this.gradings = gradings;
    this.audits = audits;
  }

  void add(Caller caller, List<Work> work) {
    if (caller.may(Right.INSPECT)) {
      long waiting = gradings.waiting(caller);
      work.add(
          new Work(
              waiting == 0
                  ? "Inspections"
                  : Words.count(waiting, "case to grade", "cases to grade"),
              waiting == 0
                  ? "Samples, what they show and what has to change."
                  : "Drawn for an inspection in which you are named.",
              "/inspections"));
      InspectionActions.Open mine = actions.open(caller).of(caller.account());
      if (!mine.actions().isEmpty()) {
        work.add(
            new Work(
                Words.count(
                    mine.actions().size(), "action of an inspection", "actions of inspections"),
                mine.late() == 0
                    ? "You answer for it: the next by "
                        + Words.date(mine.actions().getFirst().dueOn())
                        + "."
                    : "You answer for it: " + Words.number(mine.late()) + " past its day.",
                "/inspections/actions"));
      }
    }
    if (caller.may(Right.AUDIT_RECORDING)) {
      long waiting = audits.waiting(caller);
      work.add(
          new Work(
              waiting == 0
                  ? "Recording audits"
                  : Words.count(waiting, "report to audit", "reports to audit"),
              waiting == 0
                  ? "Whether crimes were recorded, rightly and in time."
                  : "Drawn for an audit of recording in which you are named.",
              "/recording-audits"));
    }
  }
}
