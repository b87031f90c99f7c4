package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.ledger.Sequencer;
import org.heed.server.linking.PeopleIndex;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two people compared, said to be one, and two again, by a program. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkingApiTest {
  private ApiFixture heed;
  private String officer;
  private UUID ada;
  private UUID adah;

  @BeforeAll
  void start() throws SQLException {
    heed = ApiFixture.start();
    officer = heed.someone(Right.PEOPLE, Right.READ);
    ada = person("Ada");
    adah = person("Adah");
    heed.server().service(Sequencer.class).settle();
    heed.server().service(PeopleIndex.class).keep();
  }

  @AfterAll
  void stop() {
    heed.close();
  }

  private UUID person(String given) {
    Caller maker =
        heed.server()
            .service(Sessions.class)
            .openService(
                heed.server().service(Accounts.class).service("maker", "Maker"),
                EnumSet.of(Right.PEOPLE));
    LocalDate born = LocalDate.of(2011, 3, 14);
    return heed.server()
        .service(People.class)
        .create(
            maker,
            new NewPerson(given, "Marlow", born, "day", null, null, null, null, null),
            "Made for a test");
  }

  private String pair() {
    return "/api/v1/linking/" + ada + "/" + adah;
  }

  private ApiFixture.Answer decide(String verdict, String reason) {
    return heed.post(
        officer,
        pair() + "/decisions",
        "{\"verdict\": \"" + verdict + "\", \"reason\": \"" + reason + "\"}",
        heed.key());
  }

  @Test
  void decisionOnTwo_holdsUntilAnotherTakesItBack_andBothStayKnown() {
    ApiFixture.Answer before = heed.get(officer, pair());
    assertThat(before.status()).isEqualTo(200);
    assertThat(before.body().path("are_one").asBoolean()).isFalse();
    double sum = 0;
    for (var part : before.body().path("parts")) {
      sum += part.path("weight").asDouble();
    }
    assertThat(before.body().path("weight").asDouble()).isEqualTo(sum);
    assertThat(decide("same", "Her mother says so.").status()).isEqualTo(201);
    assertThat(heed.get(officer, pair()).body().path("are_one").asBoolean()).isTrue();
    assertThat(decide("unknown", "It was another mother.").status()).isEqualTo(201);
    ApiFixture.Answer after = heed.get(officer, pair());
    assertThat(after.body().path("are_one").asBoolean()).isFalse();
    assertThat(after.body().path("decisions")).hasSize(2);
    assertThat(after.body().path("decisions").path(0).path("verdict").asString()).isEqualTo("same");
  }

  @Test
  void decisionWithoutReasonOrWithAnotherWord_isRefused() {
    assertThat(decide("same", " ").status()).isEqualTo(422);
    assertThat(decide("perhaps", "They look alike.").status()).isEqualTo(422);
    assertThat(heed.get(heed.someone(Right.READ), pair()).status()).isEqualTo(403);
    assertThat(heed.get(officer, "/api/v1/linking/proposals").status()).isEqualTo(200);
  }
}
