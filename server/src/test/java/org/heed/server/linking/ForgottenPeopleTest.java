package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The index of people forgets whom a report spoke of that was destroyed, and nobody else. */
class ForgottenPeopleTest {
  private static final LocalDate BORN = LocalDate.of(2012, 3, 14);

  @Test
  void reportThatWasDestroyed_isForgotten_withWhomNothingElseSpeaksOf() {
    try (LinkingScene scene = new LinkingScene()) {
      scene.crowd();
      UUID gone = scene.mention("Ottoline", "Marsh", BORN);
      UUID stays = scene.mention("Ottoline", "Marsh", BORN);
      UUID person =
          scene
              .services
              .people()
              .createFor(scene.officer, gone, "Ottoline", "Marsh", BORN, "It is her.");
      UUID namesake = scene.person("Ottoline", "Marsh", null);
      scene.services.people().choose(scene.officer, stays, namesake, "It is the other one.");
      scene.settle();
      scene.index.refresh();
      assertThat(scene.index.said(person)).hasSize(2);
      assertThat(mentions(scene)).contains(gone, stays);

      destroy(scene, scene.report(gone));
      scene.index.refresh();
      assertThat(scene.index.said(person)).isEmpty();
      assertThat(mentions(scene)).contains(stays).doesNotContain(gone);
      assertThat(
              scene.index.find(Spoken.of("Ottoline", "Marsh", BORN, null), -99).stream()
                  .filter(one -> person.equals(one.person())))
          .isEmpty();
    }
  }

  private static List<UUID> mentions(LinkingScene scene) {
    return scene.index.find(Spoken.of("Ottoline", "Marsh", BORN, null), -99).stream()
        .flatMap(one -> one.hits().stream())
        .flatMap(hit -> java.util.Optional.ofNullable(hit.of().mention()).stream())
        .toList();
  }

  /** As two people had it done. */
  private static void destroy(LinkingScene scene, UUID report) {
    UUID entry = scene.server.ids().next();
    UUID id = scene.server.ids().next();
    scene.server.asOwner(
        "insert into record.destruction select '"
            + entry
            + "', 0, '"
            + id
            + "', r.id, r.source, r.reference, r.area, 'erasure', 'made', gen_random_uuid(), now()"
            + " from record.report r where r.id = '"
            + report
            + "'");
    scene.server.asOwner(
        "insert into record.destruction_decision values ('"
            + entry
            + "', 1, '"
            + id
            + "', 'approved', 'made', gen_random_uuid(), now())");
    scene.server.asOwner(
        "select ledger.carry_out('"
            + entry
            + "', array_agg(r.entry), array_agg(r.ordinal)) from record.rows_of_report('"
            + report
            + "') r");
  }
}
