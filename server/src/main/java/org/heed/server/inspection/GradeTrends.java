package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.Interval;
import org.heed.figures.chart.ShareFunnel;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.springframework.stereotype.Service;

/** Works out how grades went over successive samples. It tells counts alone. */
@Service
public class GradeTrends {
  private final Acts acts;
  private final InspectionStore inspections;
  private final GradingStore gradings;
  private final FrameStore frames;

  public GradeTrends(
      Acts acts, InspectionStore inspections, GradingStore gradings, FrameStore frames) {
    this.acts = acts;
    this.inspections = inspections;
    this.gradings = gradings;
    this.frames = frames;
  }

  /**
   * The trend of a criterion of cases in all inspections by a set of criteria in which inspectors
   * graded: a force's own grades are no part of it, nor is a list that was chosen elsewhere.
   *
   * @param byTeam groups are teams, not areas
   */
  public GradeTrend read(Caller caller, String criteria, String criterion, boolean byTeam) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.trends-read",
        "inspect",
        () -> {
          List<Read> read = new ArrayList<>();
          inspections.list().stream()
              .filter(one -> one.criteria().equals(criteria) && isIndependent(one))
              .sorted(Comparator.comparing(Inspection::at))
              .map(one -> new Read(one, gradings.grades(one.id()), gradings.leftOut(one.id())))
              .filter(one -> one.settled(criterion) > 0 || one.leftOut() > 0)
              .forEach(read::add);
          List<GradeTrend.Sample> samples = new ArrayList<>();
          for (int i = 0; i < read.size(); i++) {
            Read one = read.get(i);
            samples.add(one.sample(criterion, before(one, read.subList(0, i))));
          }
          Set<UUID> shown = new LinkedHashSet<>();
          read.forEach(one -> shown.add(one.of().id()));
          return new Acts.Seen<>(
              new GradeTrend(
                  samples,
                  read.stream()
                      .filter(one -> one.settled(criterion) > 0)
                      .reduce((_, later) -> later)
                      .map(one -> one.groups(criterion, frames.groups(one.of().frame(), byTeam)))
                      .map(GradeTrends::placed)
                      .orElse(List.of())),
              shown);
        });
  }

  /** The last sample before that was drawn from the same areas by the same strata. */
  private static Optional<Read> before(Read one, List<Read> earlier) {
    return earlier.stream().filter(one::isOfTheSame).reduce((_, later) -> later);
  }

  /** An inspection with its grades. */
  private record Read(Inspection of, Grades grades, int leftOut) {
    boolean isOfTheSame(Read other) {
      return Objects.equals(of.frame().area(), other.of.frame().area())
          && Objects.equals(of.frame().areas(), other.of.frame().areas())
          && of.frame().strata() == other.of.frame().strata();
    }

    long settled(String criterion) {
      return share(criterion, Interval.USUAL_LEVEL).settled();
    }

    Shares.Share share(String criterion, double level) {
      return new Shares(of, grades, level).of(criterion, of.scale()::isWanting);
    }

    GradeTrend.Sample sample(String criterion, Optional<Read> before) {
      Shares.Share share = share(criterion, Interval.USUAL_LEVEL);
      return new GradeTrend.Sample(
          of,
          share.cases(),
          share.settled(),
          leftOut,
          share.estimate(),
          before.map(last -> change(criterion, last)));
    }

    private GradeTrend.Change change(String criterion, Read last) {
      Set<UUID> drawn = new HashSet<>();
      last.of.cases().forEach(one -> drawn.add(one.caseFile()));
      int shared = (int) of.cases().stream().filter(one -> drawn.contains(one.caseFile())).count();
      return new GradeTrend.Change(
          last.of.title(),
          shared,
          shared == 0
              ? GradeTrend.change(
                  last.share(criterion, Interval.USUAL_LEVEL).estimate(),
                  share(criterion, Interval.USUAL_LEVEL).estimate())
              : GradeTrend.changeOfOverlapping(
                  last.share(criterion, GradeTrend.EACH_OF_TWO).estimate(),
                  share(criterion, GradeTrend.EACH_OF_TWO).estimate()));
    }

    /** Wanting and graded cases by group, of those that the asker has a group of. */
    SortedMap<String, int[]> groups(String criterion, Map<UUID, String> group) {
      SortedMap<String, int[]> counts = new TreeMap<>();
      for (Inspection.Drawn drawn : of.cases()) {
        String name = group.get(drawn.caseFile());
        Optional<String> grade =
            grades
                .settled(of, drawn.caseFile(), criterion)
                .filter(one -> !one.equals(Scale.CANNOT_TELL));
        if (name != null && grade.isPresent()) {
          int[] count = counts.computeIfAbsent(name, _ -> new int[2]);
          count[0] += of.scale().isWanting(grade.get()) ? 1 : 0;
          count[1]++;
        }
      }
      return counts;
    }
  }

  private static boolean isIndependent(Inspection one) {
    return !one.isBrought() && Part.INDEPENDENT.stream().anyMatch(one.parts()::contains);
  }

  private static List<GradeTrend.OfGroup> placed(SortedMap<String, int[]> groups) {
    List<ShareFunnel.Given> told = new ArrayList<>();
    Set<String> shown = GradeTrend.shown(groups);
    groups.forEach((name, count) -> {
      if (shown.contains(name)) {
        told.add(new ShareFunnel.Given(name, count[0], count[1]));
      }
    });
    Map<String, ShareFunnel.Group> places = new TreeMap<>();
    if (!told.isEmpty()) {
      ShareFunnel.of(told).groups().forEach(one -> places.put(one.given().id(), one));
    }
    return groups.keySet().stream()
        .map(name -> new GradeTrend.OfGroup(name, places.get(name)))
        .toList();
  }
}
