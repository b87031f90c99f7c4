package org.heed.figures.recount;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.heed.figures.RefusedInput;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.decompose.Grouping;
import org.heed.figures.recount.Definition.Window;
import org.heed.rulebook.Counting;

/**
 * The records behind a count, counted as often and in as many ways as a question needs; by other
 * counting rules too, where it is known what each crime was recorded of.
 */
public final class Recount {
  private final List<History> histories;
  private final Recounted recounted;

  /** Over these records, each crime once. */
  public Recount(List<History> histories) {
    this(histories, histories.stream().map(Told::of).toList());
  }

  /** Over these records and what each was recorded of, so that other rules can count it again. */
  public static Recount of(List<Told> told) {
    return new Recount(told.stream().map(Told::crime).toList(), told);
  }

  private Recount(List<History> histories, List<Told> told) {
    this.histories = List.copyOf(histories);
    this.recounted = new Recounted(told);
    Set<String> crimes = new HashSet<>();
    for (History history : histories) {
      RefusedInput.unless(crimes.add(history.crime()), "records", "hold a crime twice");
    }
  }

  /** The count. */
  public long count(Definition definition) {
    return units(definition).size();
  }

  /** What is counted, by identifier: the way down from the number to its records. */
  public Set<String> units(Definition definition) {
    return units(definition, List.of(new Source.Rest()), _ -> definition.window());
  }

  /** The linked operation with the most crimes in the count; of several the first by key. */
  public Optional<String> largestOperation(Definition definition) {
    Definition crimes = definition.as(Definition.Unit.CRIMES);
    Map<String, Integer> sizes = new TreeMap<>();
    for (History history : under(definition, definition.window())) {
      if (history.operation() != null && counted(history, crimes, crimes.window()).isPresent()) {
        sizes.merge(history.operation(), 1, Integer::sum);
      }
    }
    return sizes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  /** The change between two counts, split over the choices in which they differ. */
  public Accounting split(Definition from, Definition to) {
    return split(from, to, List.of());
  }

  /**
   * The change between two counts, split over the choices in which they differ, the period's part
   * further over sources that move one by one; a crime belongs to the first that claims it.
   */
  public Accounting split(Definition from, Definition to, List<Source> sources) {
    return split(from, to, sources, Grouping.flat(steps(from, to, sources)));
  }

  /**
   * The same with steps grouped; what the grouping does not name stands for itself.
   *
   * @throws RefusedInput where the grouping names a step that the two do not differ in
   */
  public Accounting split(
      Definition from, Definition to, List<Source> sources, Grouping.Group groups) {
    List<Step> choices = new ArrayList<>(Step.between(from, to));
    choices.remove(Step.PERIOD);
    List<Source> all = new ArrayList<>(sources);
    all.add(new Source.Rest());
    Grouping.Group grouping = Grouping.complete(groups, steps(from, to, sources));
    return Accounting.of(
        grouping,
        taken -> {
          Definition mixed = from;
          for (Step choice : choices) {
            mixed = taken.contains(choice.title()) ? choice.take(mixed, to) : mixed;
          }
          return units(
                  mixed, all, source -> moved(source, sources, taken) ? to.window() : from.window())
              .size();
        });
  }

  /** The steps of a split, by the names it prints. */
  public static List<String> steps(Definition from, Definition to, List<Source> sources) {
    List<String> steps = new ArrayList<>();
    for (Step step : Step.between(from, to)) {
      if (step != Step.PERIOD || sources.isEmpty()) {
        steps.add(step.title());
      } else {
        sources.forEach(source -> steps.add(source.title()));
        steps.add(new Source.Rest().title());
      }
    }
    RefusedInput.unless(!steps.isEmpty(), "steps", "are none: the two counts are the same");
    return steps;
  }

  private static boolean moved(Source source, List<Source> sources, Set<String> taken) {
    return taken.contains(sources.isEmpty() ? Step.PERIOD.title() : source.title());
  }

  /** Which period a source is counted in. */
  private interface Placing {
    Window of(Source source);
  }

  private Set<String> units(Definition definition, List<Source> sources, Placing placing) {
    Set<Window> windows = new HashSet<>();
    sources.forEach(source -> windows.add(placing.of(source)));
    Set<String> units = new HashSet<>();
    for (Window window : windows) {
      Predicate<Source> here = source -> placing.of(source).equals(window);
      for (History history : under(definition, window)) {
        Optional<Standing> counted = counted(history, definition, window);
        if (counted.isPresent()
            && here.test(first(sources, history, counted.get(), definition.rules()))) {
          units.addAll(definition.units(history));
        }
      }
    }
    return units;
  }

  /** The crimes by the definition's counting rules, as known where a period is counted. */
  private List<History> under(Definition definition, Window window) {
    Definition.Rules rules = definition.rules();
    Counting counting = rules.counting();
    return counting == null
        ? histories
        : recounted.at(rules.name(), counting, definition.position(window));
  }

  private static Source first(
      List<Source> sources, History history, Standing standing, Definition.Rules rules) {
    return sources.stream()
        .filter(source -> source.has(history, standing, rules))
        .findFirst()
        .orElseGet(Source.Rest::new);
  }

  private static Optional<Standing> counted(History history, Definition definition, Window window) {
    return history
        .at(definition.position(window))
        .filter(standing -> definition.counts(history, standing))
        .filter(standing -> definition.falls(history, standing, window));
  }
}
