package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
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
    return acts.plain(
        caller,
        () -> {
          List<GradeTrend.Sample> samples = new ArrayList<>();
          SortedMap<String, int[]> groups = new TreeMap<>();
          List<Inspection> all =
              inspections.list().stream()
                  .filter(one -> one.criteria().equals(criteria) && isIndependent(one))
                  .sorted(Comparator.comparing(Inspection::at))
                  .toList();
          for (Inspection one : all) {
            Grades grades = gradings.grades(one.id());
            Shares.Share share = new Shares(one, grades).of(criterion, one.scale()::isWanting);
            int leftOut = gradings.leftOut(one.id());
            if (share.settled() > 0 || leftOut > 0) {
              Optional<GradeTrend.Sample> before =
                  samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
              samples.add(
                  new GradeTrend.Sample(
                      one,
                      share.cases(),
                      share.settled(),
                      leftOut,
                      share.estimate(),
                      before.map(last -> GradeTrend.change(last.share(), share.estimate()))));
              count(one, grades, criterion, frames.groups(one.frame(), byTeam), groups);
            }
          }
          return new GradeTrend(samples, placed(groups));
        });
  }

  private static boolean isIndependent(Inspection one) {
    return !one.isBrought() && Part.INDEPENDENT.stream().anyMatch(one.parts()::contains);
  }

  private static void count(
      Inspection one,
      Grades grades,
      String criterion,
      Map<UUID, String> group,
      SortedMap<String, int[]> counts) {
    for (Inspection.Drawn drawn : one.cases()) {
      grades
          .settled(one, drawn.caseFile(), criterion)
          .filter(grade -> !grade.equals(Scale.CANNOT_TELL))
          .ifPresent(grade -> {
            int[] count =
                counts.computeIfAbsent(group.getOrDefault(drawn.caseFile(), ""), _ -> new int[2]);
            count[0] += one.scale().isWanting(grade) ? 1 : 0;
            count[1]++;
          });
    }
  }

  private static List<GradeTrend.OfGroup> placed(SortedMap<String, int[]> groups) {
    List<ShareFunnel.Given> told = new ArrayList<>();
    groups.forEach((name, count) -> {
      if (count[1] >= GradeTrend.FEWEST) {
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
