package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On published sets, by the usual settings, which are tuned to none of them. */
class PublishedSetsTest {

  @Test
  void febrl_isLinkedWhole() {
    for (int set = 1; set <= 3; set++) {
      Records records = PublishedSets.read("febrl/dataset" + set + ".csv", PublishedSets.FEBRL);
      Linkage linkage = PublishedSets.link(records);
      Evaluation evaluation = Evaluation.of(linkage, i -> PublishedSets.febrlPerson(records.id(i)));
      assertThat(evaluation.f1()).as("Febrl %s", set).isGreaterThanOrEqualTo(0.999);
    }
  }

  @Test
  void fakePeople_areLinkedWithoutAFalseJoin() {
    Records records = PublishedSets.read("splink_datasets/fake_1000.csv", PublishedSets.FAKE);
    List<String> truth =
        PublishedSets.column("splink_datasets/fake_1000.csv", "unique_id", "cluster");
    Evaluation evaluation = Evaluation.of(PublishedSets.link(records), truth::get);
    assertThat(evaluation.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(evaluation.recall()).isGreaterThanOrEqualTo(0.92);
  }

  @Test
  @Tag("long")
  void historicalPeople_areLinkedBeyondEveryPublishedScore() {
    String file = "splink_datasets/historical_figures_with_errors_50k.parquet";
    Records records = PublishedSets.read(file, PublishedSets.HISTORICAL);
    List<String> truth = PublishedSets.column(file, "unique_id", "cluster");
    Evaluation evaluation = Evaluation.of(PublishedSets.link(records), truth::get);
    assertThat(records.size()).isEqualTo(50_578);
    assertThat(evaluation.f1()).isGreaterThanOrEqualTo(0.93);
    assertThat(evaluation.cubed()).isGreaterThanOrEqualTo(0.93);
  }
}
