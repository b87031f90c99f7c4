package org.heed.server.network.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.heed.server.network.Network;
import org.heed.server.network.Networks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/network/{id}}. */
@RestController
class NetworkApi {
  private final Networks networks;

  NetworkApi(Networks networks) {
    this.networks = networks;
  }

  @Told("What lies around somebody or something, by way of the reports open to you.")
  record NetworkBody(
      @Told("The node in the middle.") String centre,
      List<NodeBody> nodes,
      List<LineBody> lines,
      List<SupposedBody> supposed,
      List<TieBody> ties,
      List<CareBody> cares,
      @Told("False: there is more than is told.") boolean complete) {}

  @Told("A report, person, place, vehicle, phone or account.")
  record NodeBody(
      @Told("What lines name it by.") String id,
      @Told("Its identifier in the record; null while nobody has said who or what it is.")
          @Nullable UUID record,
      @Told(
              value = "What it is.",
              oneOf = {"report", "person", "place", "vehicle", "phone", "account"})
          String kind,
      String label,
      @Told("How many reports away.") int step,
      @Told("In more reports than are followed.") boolean hub) {
    @Override
    public String toString() {
      return "NodeBody[" + kind + "]";
    }
  }

  @Told("That a report speaks of somebody or something.")
  record LineBody(
      String node,
      UUID report,
      String reference,
      @Told("The role in this report, or how it is written there.") String says,
      Instant at,
      @Told("False: nobody has said that this is what the report means.") boolean confirmed) {
    @Override
    public String toString() {
      return "LineBody[" + report + "]";
    }
  }

  @Told("Two people who may be one; nobody has decided.")
  record SupposedBody(String one, String other) {}

  @Told("What a source says of two people in a network file; nobody here has confirmed it.")
  record TieBody(
      String one,
      String other,
      @Told("In the file's words; may be empty.") String says,
      String source,
      @Told("Whether the source says that it is confirmed.") boolean confirmedBySource,
      @Told("The report that names the one.") UUID report,
      @Told("The report that names the other.") UUID otherReport,
      @Told("When it was taken in.") Instant at) {
    @Override
    public String toString() {
      return "TieBody[" + report + "]";
    }
  }

  @Told("A decision on a child's safety that is asked for; never a score.")
  record CareBody(String person, String says, List<UUID> reports) {}

  @GetMapping(value = "/api/v1/network/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.PEOPLE)
  @Told(
      "Shows the network around a person, a thing, a report or a mention of a thing. The look is an"
          + " entry of the ledger with everything shown.")
  @Answers(refuses = {404, 422})
  NetworkBody open(
      @AuthenticationPrincipal Caller caller,
      @Told("The person, thing, report or mention.") @PathVariable UUID id,
      @Told("How many reports away, 1 or 2.") @RequestParam(defaultValue = "2") int steps,
      @Told("Only what happened from this day on.") @RequestParam(required = false)
          @Nullable LocalDate from,
      @Told("Only what happened until this day.") @RequestParam(required = false)
          @Nullable LocalDate to) {
    Network network = networks.around(caller, id, new Networks.Question(steps, from, to));
    return new NetworkBody(
        network.centre().id(),
        network.nodes().stream()
            .map(node ->
                new NodeBody(
                    node.id(),
                    node.record(),
                    node.kind().code(),
                    node.label(),
                    node.step(),
                    node.hub()))
            .toList(),
        network.lines().stream()
            .map(line ->
                new LineBody(
                    line.node(),
                    line.reportId(),
                    line.reference(),
                    line.says(),
                    line.at(),
                    line.confirmed()))
            .toList(),
        network.supposed().stream().map(one -> new SupposedBody(one.one(), one.other())).toList(),
        network.ties().stream()
            .map(tie ->
                new TieBody(
                    tie.one(),
                    tie.other(),
                    tie.says(),
                    tie.source(),
                    tie.sureOfIt(),
                    tie.byReport().report(),
                    tie.byOther().report(),
                    tie.at()))
            .toList(),
        network.cares().stream()
            .map(care ->
                new CareBody(
                    care.person().id(),
                    care.says(),
                    care.reports().stream().map(Network.Line::reportId).toList()))
            .toList(),
        !network.cut());
  }
}
