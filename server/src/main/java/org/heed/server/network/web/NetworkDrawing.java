package org.heed.server.network.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.heed.server.network.Network;
import org.heed.server.network.NodeKind;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a network goes, in SVG units. Nodes begin on circles around the centre by
 * their steps and are then moved by springs along lines and pushed apart (Fruchterman and Reingold
 * 1991); nothing is left to chance, so that the same network is drawn alike.
 */
public final class NetworkDrawing {
  /** More cannot be told apart; the table has all of them. */
  static final int MOST_NODES = 90;

  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;
  private static final int MARGIN_X = 70;
  private static final int MARGIN_Y = 30;
  private static final int ROUNDS = 260;
  private static final double MOST_APART = 105;
  private static final int LONGEST = 20;

  /** How far a curve's bend stands off the straight line. */
  private static final int APART = 36;

  private final Network network;
  private final List<Network.Node> nodes = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final double[] x;
  private final double[] y;

  NetworkDrawing(Network network) {
    this.network = network;
    network.nodes().stream()
        .sorted(Comparator.comparingInt(Network.Node::step))
        .limit(MOST_NODES)
        .forEach(node -> {
          places.put(node.id(), nodes.size());
          nodes.add(node);
        });
    this.x = new double[nodes.size()];
    this.y = new double[nodes.size()];
    place();
  }

  /** Whether not everything is drawn. */
  public boolean isCut() {
    return network.nodes().size() > nodes.size();
  }

  /** The view box: as much as is drawn on, with room for the names. */
  public String viewBox() {
    return number(left()) + " " + number(top()) + " " + width() + " " + height();
  }

  /** How wide it is drawn. */
  public String width() {
    return number(Arrays.stream(x).max().orElse(0) + MARGIN_X - left());
  }

  /** How high. */
  public String height() {
    return number(Arrays.stream(y).max().orElse(0) + MARGIN_Y - top());
  }

  private double left() {
    return Arrays.stream(x).min().orElse(0) - MARGIN_X;
  }

  private double top() {
    return Arrays.stream(y).min().orElse(0) - MARGIN_Y;
  }

  /**
   * A node.
   *
   * @param style the ending of its style class
   * @param shape the points of its shape about the origin; empty for a circle
   */
  public record Spot(
      String href,
      String label,
      String title,
      String style,
      String shape,
      String at,
      String labelY,
      @Nullable String day) {}

  /**
   * A line.
   *
   * @param said whether it is a source's statement of two people
   */
  public record Stroke(
      String href, String title, boolean dashed, String path, @Nullable String day, boolean said) {}

  /** The lines drawn. */
  public List<Stroke> strokes() {
    List<Stroke> strokes = new ArrayList<>();
    for (Network.Line line : network.lines()) {
      String path = path(line.report(), line.node());
      if (path != null) {
        strokes.add(
            new Stroke(
                "/reports/" + line.reportId(),
                "Report " + line.reference() + ": " + line.says(),
                !line.confirmed(),
                path,
                Words.machine(line.at()),
                false));
      }
    }
    for (Network.Supposed supposed : network.supposed()) {
      String path = path(supposed.one(), supposed.other());
      if (path != null) {
        strokes.add(new Stroke(supposed.href(), "May be one person", true, path, null, false));
      }
    }
    Map<Set<String>, Integer> beside = new HashMap<>();
    for (Network.Tied tie : network.ties()) {
      int number = beside.merge(Set.of(tie.one(), tie.other()), 1, Integer::sum);
      String path = curve(tie.one(), tie.other(), number);
      if (path != null) {
        strokes.add(
            new Stroke(
                "/reports/" + tie.byReport().report(),
                tie.words() + "; not confirmed",
                true,
                path,
                Words.machine(later(tie)),
                true));
      }
    }
    return strokes;
  }

  /** When those of its reports that are shown had happened. */
  private Instant later(Network.Tied tie) {
    Set<String> reports =
        Set.copyOf(
            List.of("report:" + tie.byReport().report(), "report:" + tie.byOther().report()));
    return network.nodes().stream()
        .filter(node -> reports.contains(node.id()))
        .map(Network.Node::at)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(tie.at());
  }

  /** One of several between the same two, beside any straight line and each other. */
  private @Nullable String curve(String one, String other, int number) {
    boolean turned = one.compareTo(other) > 0;
    Integer a = places.get(turned ? other : one);
    Integer b = places.get(turned ? one : other);
    if (a == null || b == null) {
      return null;
    }
    double length = Math.max(1, Math.hypot(x[b] - x[a], y[b] - y[a]));
    double aside = APART * ((number + 1) / 2) * (number % 2 == 0 ? -1 : 1);
    double midX = (x[a] + x[b]) / 2 - (y[b] - y[a]) / length * aside;
    double midY = (y[a] + y[b]) / 2 + (x[b] - x[a]) / length * aside;
    return "M"
        + number(x[a])
        + " "
        + number(y[a])
        + "Q"
        + number(midX)
        + " "
        + number(midY)
        + " "
        + number(x[b])
        + " "
        + number(y[b]);
  }

  private @Nullable String path(String one, String other) {
    Integer a = places.get(one);
    Integer b = places.get(other);
    return a == null || b == null
        ? null
        : "M" + number(x[a]) + " " + number(y[a]) + "L" + number(x[b]) + " " + number(y[b]);
  }

  /** The nodes drawn. */
  public List<Spot> spots() {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      boolean centre = node.id().equals(network.centre().id());
      spots.add(
          new Spot(
              node.href(),
              shortened(node.label()),
              node.kind().title() + ": " + node.label(),
              node.kind().code() + (centre ? " heed-network__node--centre" : ""),
              shape(node.kind()),
              number(x[i]) + " " + number(y[i]),
              y[i] > HEIGHT - MARGIN_Y ? "-14" : "22",
              node.at() == null ? null : Words.machine(node.at())));
    }
    return spots;
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1).strip() + "…";
  }

  /** Kinds differ by shape, not by colour alone. */
  static String shape(NodeKind kind) {
    return switch (kind) {
      case PERSON -> "";
      case REPORT -> "-7,-7 7,-7 7,7 -7,7";
      case PLACE -> "0,-10 10,0 0,10 -10,0";
      case VEHICLE -> "0,-9 9,8 -9,8";
      case PHONE -> "-5,-10 5,-10 5,10 -5,10";
      case ACCOUNT -> "-9,0 -5,-8 5,-8 9,0 5,8 -5,8";
    };
  }

  private void place() {
    int count = nodes.size();
    Map<Integer, Integer> ofStep = new HashMap<>();
    nodes.forEach(node -> ofStep.merge(node.step(), 1, Integer::sum));
    Map<Integer, Integer> seen = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int step = nodes.get(i).step();
      int number = seen.merge(step, 1, Integer::sum) - 1;
      double angle = 2 * Math.PI * number / Objects.requireNonNull(ofStep.get(step)) + step * 0.7;
      // Reports lie inside whom they speak of, and nobody upon another.
      double ring = i == 0 ? 0 : step * 130 + (nodes.get(i).kind() == NodeKind.REPORT ? 0 : 60);
      x[i] = WIDTH / 2.0 + ring * 1.4 * Math.cos(angle);
      y[i] = HEIGHT / 2.0 + ring * Math.sin(angle);
    }
    List<int[]> springs = new ArrayList<>();
    network.lines().forEach(line -> spring(springs, line.report(), line.node()));
    network.supposed().forEach(one -> spring(springs, one.one(), one.other()));
    network.ties().forEach(one -> spring(springs, one.one(), one.other()));
    double apart =
        Math.min(MOST_APART, 0.8 * Math.sqrt((double) WIDTH * HEIGHT / Math.max(1, count)));
    for (int round = 0; round < ROUNDS; round++) {
      move(springs, apart, 60.0 * (ROUNDS - round) / ROUNDS);
    }
  }

  private void spring(List<int[]> springs, String one, String other) {
    Integer a = places.get(one);
    Integer b = places.get(other);
    if (a != null && b != null) {
      springs.add(new int[] {a, b});
    }
  }

  private void move(List<int[]> springs, double apart, double most) {
    int count = x.length;
    double[] dx = new double[count];
    double[] dy = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        double fromX = x[i] - x[j];
        double fromY = y[i] - y[j];
        double square = Math.max(1, fromX * fromX + fromY * fromY);
        double push = apart * apart / square;
        dx[i] += fromX * push;
        dy[i] += fromY * push;
        dx[j] -= fromX * push;
        dy[j] -= fromY * push;
      }
    }
    for (int[] spring : springs) {
      double fromX = x[spring[0]] - x[spring[1]];
      double fromY = y[spring[0]] - y[spring[1]];
      double pull = Math.sqrt(fromX * fromX + fromY * fromY) / apart;
      dx[spring[0]] -= fromX * pull;
      dy[spring[0]] -= fromY * pull;
      dx[spring[1]] += fromX * pull;
      dy[spring[1]] += fromY * pull;
    }
    for (int i = 1; i < count; i++) {
      double length = Math.max(1, Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]));
      double by = Math.min(length, most) / length;
      x[i] = Math.clamp(x[i] + dx[i] * by, MARGIN_X, WIDTH - MARGIN_X);
      y[i] = Math.clamp(y[i] + dy[i] * by, MARGIN_Y, HEIGHT - MARGIN_Y);
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
