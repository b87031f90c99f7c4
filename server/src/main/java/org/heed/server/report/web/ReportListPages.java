package org.heed.server.report.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heed.rulebook.Area;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.ReportFilter;
import org.heed.server.report.ReportLists;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /reports}. */
@Controller
class ReportListPages {
  private final ReportLists lists;
  private final RulebookInForce rulebook;

  ReportListPages(ReportLists lists, RulebookInForce rulebook) {
    this.lists = lists;
    this.rulebook = rulebook;
  }

  @GetMapping("/reports")
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String flag,
      @RequestParam(defaultValue = "") String ask,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "1") int page) {
    ReportFilter filter = new ReportFilter(area, kind, flag, ask, reference);
    String url =
        UriComponentsBuilder.fromPath("/reports")
            .queryParam("area", area)
            .queryParam("kind", kind)
            .queryParam("flag", flag)
            .queryParam("ask", ask)
            .queryParam("reference", reference)
            .encode()
            .build()
            .toUriString();
    return Html.of(
        "report/list",
        new ReportListPage(
            shell.page("Reports").in(Section.REPORTS).acrossTheWindow(),
            lists.list(caller, filter, page),
            filter,
            url,
            areas(),
            caller.may(Right.READ) || !caller.may(Right.READ_AGENCY)));
  }

  private Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    for (Area area : rulebook.rulebook().areas()) {
      if (area.in().isPresent()) {
        areas.put(area.id(), area.title());
      }
    }
    return areas;
  }
}
