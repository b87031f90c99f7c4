package org.heed.server.network;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.report.MentionRole;
import org.jspecify.annotations.Nullable;

/**
 * What lies around somebody or something. Reports are nodes, and every line but the supposed ones
 * between people is what one report says.
 *
 * @param centre the first of the nodes
 * @param supposed pairs of people who may be one, until somebody decides
 * @param cares what asks for a decision on a child's safety
 * @param cut whether there is more than is shown
 */
public record Network(
    Node centre,
    List<Node> nodes,
    List<Line> lines,
    List<Supposed> supposed,
    List<Care> cares,
    boolean cut) {
  public Network {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
    supposed = List.copyOf(supposed);
    cares = List.copyOf(cares);
  }

  /**
   * A report, or somebody or something that reports speak of.
   *
   * @param id what lines name it by
   * @param record its identifier in the record; null where nobody has said who or what it is
   * @param href where it opens
   * @param step how far from the centre, in reports
   * @param at of a report: when what it tells of happened, or it was recorded
   * @param hub of more reports than are followed
   */
  public record Node(
      String id,
      @Nullable UUID record,
      NodeKind kind,
      String label,
      String href,
      int step,
      @Nullable Instant at,
      boolean hub) {
    @Override
    public String toString() {
      return "Node[" + kind + "]";
    }
  }

  /**
   * That a report speaks of somebody or something.
   *
   * @param report the report's node
   * @param node whom or what it speaks of
   * @param says the role, or how it is written
   * @param confirmed false: nobody has said that it is what the report means
   * @param why where it is not confirmed, what speaks for it
   * @param role of a person
   * @param age of a person then; null where it is not known
   */
  public record Line(
      String report,
      String node,
      String says,
      boolean confirmed,
      @Nullable String why,
      UUID reportId,
      String reference,
      Instant at,
      @Nullable MentionRole role,
      @Nullable Integer age) {

    /** Whether it tells of a child who was harmed or whom the report worries about. */
    public boolean isOfAChild() {
      return (role == MentionRole.VICTIM || role == MentionRole.SUBJECT)
          && (age == null || age < 18);
    }

    @Override
    public String toString() {
      return "Line[" + reportId + "]";
    }
  }

  /** Two people who may be one. */
  public record Supposed(String one, String other, String href) {}

  /**
   * A decision on a child's safety that nobody may have made.
   *
   * @param says why it is asked for
   * @param reports that say so
   */
  public record Care(Node person, String says, List<Line> reports) {
    public Care {
      reports = List.copyOf(reports);
    }
  }

  /** The node of an identifier that a line names. */
  public Node node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }

  /** The size alone. */
  @Override
  public String toString() {
    return "Network[" + nodes.size() + " nodes]";
  }
}
