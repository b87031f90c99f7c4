package org.heed.server.network.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.heed.rulebook.GroupDefinition;
import org.heed.server.network.Exchange;
import org.heed.server.network.Groups;
import org.heed.server.network.HeldGroup;
import org.heed.server.network.Network;
import org.heed.server.network.NodeKind;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code network/network.jte}; the query is what was asked. */
public record NetworkPage(
    Page page,
    Network network,
    List<Groups.Held> groups,
    String address,
    int steps,
    String from,
    String to,
    String query) {

  /** What is drawn. */
  public NetworkDrawing drawing() {
    return new NetworkDrawing(network);
  }

  /** A line with whom or what it leads to. */
  public record Row(Network.Line line, Network.Node node) {}

  /** Every line, the newest report first. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Network.Line line : network.lines()) {
      rows.add(new Row(line, network.node(line.node())));
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.line().at())
            .reversed()
            .thenComparing(row -> row.line().reference())
            .thenComparing(row -> row.node().kind()));
    return rows;
  }

  /** Of more reports than are followed. */
  public List<Network.Node> hubs() {
    return network.nodes().stream().filter(Network.Node::hub).toList();
  }

  /** How many there are of each kind, in words. */
  public String says() {
    List<String> parts = new ArrayList<>();
    for (NodeKind kind : NodeKind.values()) {
      long count = network.nodes().stream().filter(node -> node.kind() == kind).count();
      if (count > 0) {
        parts.add(
            switch (kind) {
              case REPORT -> Words.count(count, "report", "reports");
              case PERSON -> Words.count(count, "person", "people");
              case PLACE -> Words.count(count, "place", "places");
              case VEHICLE -> Words.count(count, "vehicle", "vehicles");
              case PHONE -> Words.count(count, "phone", "phones");
              case ACCOUNT -> Words.count(count, "online account", "online accounts");
            });
      }
    }
    return String.join(", ", parts);
  }

  /** How many steps. */
  public List<Choice> stepChoices() {
    return Stream.of("1", "2")
        .map(number ->
            Choice.of(number, number.equals("1") ? "One report away" : "Two reports away")
                .chosen(Integer.toString(steps)))
        .toList();
  }

  /** The kinds that are drawn, for the key. */
  public List<NodeKind> kinds() {
    return Stream.of(NodeKind.values())
        .filter(kind -> network.nodes().stream().anyMatch(node -> node.kind() == kind))
        .toList();
  }

  /** Whether they are a group by it, in words. */
  public static String holds(HeldGroup group) {
    return group.holds()
        ? "Yes"
        : group.perhaps() ? "Only if what is not confirmed is so" : "No, by what is shown";
  }

  /** A text as a sentence. */
  public static String ended(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** What a definition asks for, in words. */
  public static String asks(GroupDefinition definition) {
    String children =
        definition.children() == 0
            ? ""
            : ", " + Words.count(definition.children(), "child", "children");
    return "at least "
        + Words.count(definition.suspects(), "suspect", "suspects")
        + children
        + " and "
        + Words.count(definition.reports(), "report", "reports")
        + ", joined by "
        + String.join(", ", definition.through());
  }

  /** The shape of a kind in the key. */
  public static String shape(NodeKind kind) {
    return NetworkDrawing.shape(kind);
  }

  /** The moments of the reports shown, in order, each once. */
  public List<String> moments() {
    return network.nodes().stream()
        .map(Network.Node::at)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .sorted()
        .map(Instant::toString)
        .toList();
  }

  /** The forms in which it can be taken along. */
  public List<Exchange> exchanges() {
    return List.of(Exchange.values());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NetworkPage[hidden]";
  }
}
