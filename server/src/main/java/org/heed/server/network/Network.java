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
 * @param supposed pairs of people who may be one, until somebody decides; whoever may be one with
 *     the centre is shown by that alone, and is not walked on from
 * @param ties what sources say of two people shown; nobody is reached by them
 * @param cares what asks for a decision on a child's safety
 * @param cut whether there is more than is shown
 */
public record Network(
    Node centre,
    List<Node> nodes,
    List<Line> lines,
    List<Supposed> supposed,
    List<Tied> ties,
    List<Care> cares,
    boolean cut) {
  public Network {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
    supposed = List.copyOf(supposed);
    ties = List.copyOf(ties);
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

  /**
   * Two people who may be one.
   *
   * @param report that names whoever is reached by this alone; null where reports shown do
   */
  public record Supposed(String one, String other, String href, @Nullable UUID report) {}

  /**
   * What a source says of two people, in a network file of its own. It is the source's statement
   * and confirmed by nobody here.
   *
   * @param says in the file's words; may be empty
   * @param byReport a report that names the one, and the reference of it
   * @param byOther one that names the other; the same where it names both
   * @param sureOfIt whether the source says that it is confirmed
   * @param at when it was taken in
   */
  public record Tied(
      String one,
      String other,
      String says,
      String source,
      boolean sureOfIt,
      Said byReport,
      Said byOther,
      Instant at) {

    /** A report by its identifier and reference. */
    public record Said(UUID report, String reference) {}

    /** What it says, in the file's words, and whose statement it is. */
    public String words() {
      return (says.isBlank() ? "Linked" : says) + ", says " + source;
    }

    /** Whether the source is sure, in words. */
    public String why() {
      return sureOfIt
          ? "The source says that it is confirmed; nobody here has said so"
          : "The source itself does not say that it is confirmed";
    }

    @Override
    public String toString() {
      return "Tied[" + byReport.report() + "]";
    }
  }

  /**
   * A decision on a child's safety that nobody may have made.
   *
   * @param says why it is asked for
   * @param reports that say so
   * @param asked the asking by which it is decided; null until Heed has asked
   * @param decided whether somebody decided on everything asked
   */
  public record Care(
      Node person, String says, List<Line> reports, @Nullable UUID asked, boolean decided) {
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
