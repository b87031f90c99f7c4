package org.heed.server.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.rulebook.GroupDefinition;
import org.heed.server.report.MentionRole;

/**
 * Holds a network against every definition of a group that the rulebook has. Suspects are joined by
 * what the definition names: a report that names both, or a child, place, vehicle or phone of a
 * report that names one and of a report that names the other. Which definition is meant, and
 * whether there was an offence, a person says.
 */
public final class GroupDefinitions {
  private GroupDefinitions() {}

  /** One answer for each definition, in their order; none where nobody is suspected. */
  public static List<HeldGroup> of(Network network, List<GroupDefinition> definitions) {
    boolean anybody = network.lines().stream().anyMatch(line -> line.role() == MentionRole.SUSPECT);
    return anybody
        ? definitions.stream().map(definition -> held(network, definition)).toList()
        : List.of();
  }

  private static HeldGroup held(Network network, GroupDefinition definition) {
    Counted certain =
        largest(
            network.lines().stream().filter(Network.Line::confirmed).toList(), network, definition);
    Counted all = largest(network.lines(), network, definition);
    boolean holds = meets(certain, definition);
    Counted shown = holds ? certain : all;
    return new HeldGroup(
        definition,
        shown.suspects().stream().map(network::node).toList(),
        shown.children(),
        shown.reports(),
        holds,
        meets(all, definition));
  }

  private record Counted(Set<String> suspects, int children, List<UUID> reports) {}

  private static boolean meets(Counted counted, GroupDefinition definition) {
    return counted.suspects().size() >= definition.suspects()
        && counted.children() >= definition.children()
        && counted.reports().size() >= definition.reports();
  }

  /** The largest group of suspects that the definition's joins make. */
  private static Counted largest(
      List<Network.Line> lines, Network network, GroupDefinition definition) {
    Map<String, Set<String>> suspectsOf = new LinkedHashMap<>();
    Map<String, Set<String>> childrenOf = new HashMap<>();
    Map<String, UUID> ids = new HashMap<>();
    for (Network.Line line : lines) {
      ids.put(line.report(), line.reportId());
      if (line.role() == MentionRole.SUSPECT) {
        suspectsOf.computeIfAbsent(line.report(), _ -> new LinkedHashSet<>()).add(line.node());
      } else if (line.isOfAChild()) {
        childrenOf.computeIfAbsent(line.report(), _ -> new LinkedHashSet<>()).add(line.node());
      }
    }
    Map<String, String> parent = new HashMap<>();
    suspectsOf.values().forEach(all -> all.forEach(one -> parent.putIfAbsent(one, one)));
    if (definition.through().contains("report")) {
      suspectsOf.values().forEach(all -> join(parent, all));
    }
    Map<String, Set<String>> by = new HashMap<>();
    for (Network.Line line : lines) {
      Set<String> suspects = suspectsOf.get(line.report());
      if (suspects != null && definition.through().contains(join(line, network))) {
        // Who is only named beside others is joined by what joins the report, if reports join at
        // all.
        by.computeIfAbsent(line.node(), _ -> new LinkedHashSet<>()).addAll(suspects);
      }
    }
    by.values().forEach(all -> join(parent, all));
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    parent
        .keySet()
        .forEach(
            one -> groups.computeIfAbsent(root(parent, one), _ -> new LinkedHashSet<>()).add(one));
    List<Counted> counted = new ArrayList<>();
    for (Set<String> group : groups.values()) {
      Set<String> children = new HashSet<>();
      List<UUID> reports = new ArrayList<>();
      for (Map.Entry<String, Set<String>> report : suspectsOf.entrySet()) {
        if (report.getValue().stream().anyMatch(group::contains)) {
          reports.add(Objects.requireNonNull(ids.get(report.getKey())));
          children.addAll(childrenOf.getOrDefault(report.getKey(), Set.of()));
        }
      }
      counted.add(new Counted(group, children.size(), reports));
    }
    return counted.stream()
        .max(
            Comparator.comparingInt((Counted one) -> one.suspects().size())
                .thenComparingInt(Counted::children)
                .thenComparingInt(one -> one.reports().size()))
        .orElse(new Counted(Set.of(), 0, List.of()));
  }

  /** What a line joins by, in the rulebook's words; empty where it joins nobody. */
  private static String join(Network.Line line, Network network) {
    return switch (network.node(line.node()).kind()) {
      case PERSON -> line.isOfAChild() ? "child" : "";
      case PLACE -> "place";
      case VEHICLE -> "vehicle";
      case PHONE, ACCOUNT -> "phone";
      case REPORT -> "";
    };
  }

  private static void join(Map<String, String> parent, Set<String> all) {
    String first = null;
    for (String one : all) {
      if (first == null) {
        first = root(parent, one);
      } else {
        parent.put(root(parent, one), first);
      }
    }
  }

  private static String root(Map<String, String> parent, String one) {
    String at = one;
    while (!Objects.requireNonNull(parent.get(at)).equals(at)) {
      at = Objects.requireNonNull(parent.get(at));
    }
    return at;
  }
}
