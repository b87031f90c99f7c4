package org.heed.server.network.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.network.Exchange;
import org.heed.server.network.ExchangeWriter;
import org.heed.server.network.Groups;
import org.heed.server.network.Network;
import org.heed.server.network.Networks;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /network/{id}}: what lies around somebody or something, drawn, as a table and as files.
 */
@Controller
class NetworkPages {
  private final Networks networks;
  private final Groups groups;

  NetworkPages(Networks networks, Groups groups) {
    this.networks = networks;
    this.groups = groups;
  }

  @GetMapping("/network/{id}")
  @Needs(Right.PEOPLE)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "2") String steps,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    FormErrors errors = FormErrors.none();
    LocalDate first = day(from);
    LocalDate last = day(to);
    if (first == null && !from.isBlank()) {
      errors = errors.and("from", "Enter the first day, such as 2026-11-23");
    }
    if (last == null && !to.isBlank()) {
      errors = errors.and("to", "Enter the last day, such as 2026-11-23");
    }
    if (first != null && last != null && last.isBefore(first)) {
      errors = errors.and("to", "Enter a last day that is not before the first");
      last = null;
    }
    Groups.Around around =
        groups.around(caller, id, new Networks.Question(steps(steps), first, last));
    Network network = around.network();
    Page page =
        shell
            .page("Network")
            .in(Section.PEOPLE)
            .under(
                new Crumb("People", "/people"),
                new Crumb(network.centre().kind().title(), network.centre().href()))
            .with(errors)
            .acrossTheWindow();
    String query =
        Stream.of("steps=" + steps(steps), named("from", first), named("to", last))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return Html.of(
            "network/network",
            new NetworkPage(
                page, network, around.groups(), "/network/" + id, steps(steps), from, to, query))
        .status(errors.isEmpty() ? 200 : 422);
  }

  /** The same as a file. */
  @GetMapping("/network/{id}/{file}")
  @Needs(Right.PEOPLE)
  ResponseEntity<String> file(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String file,
      @RequestParam Map<String, String> asked) {
    Exchange form =
        Stream.of(Exchange.values())
            .filter(one -> one.file().equals(file))
            .findFirst()
            .orElseThrow(
                () -> new Refused(Refused.Code.NOT_FOUND, "There is no such file of a network."));
    Network network =
        networks.around(
            caller,
            id,
            new Networks.Question(
                steps(asked.getOrDefault("steps", "2")),
                day(asked.getOrDefault("from", "")),
                day(asked.getOrDefault("to", ""))));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(form.type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.file() + "\"")
        .body(ExchangeWriter.write(form, network));
  }

  static String named(String name, @Nullable LocalDate day) {
    return day == null ? "" : name + "=" + day;
  }

  static int steps(String typed) {
    if (!List.of("1", "2").contains(typed)) {
      throw new Refused(Refused.Code.INVALID, "Choose one or two steps.");
    }
    return Integer.parseInt(typed);
  }

  static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
