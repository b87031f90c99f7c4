package org.heed.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.junit.jupiter.api.Test;

/** What is typed is kept until it is recorded, for whoever typed it alone. */
class DraftsTest {
  @Test
  void fieldsThatAreTyped_areKept_withoutTheTokenAndWhatWasSeen_andForNobodyElse() {
    try (ServerFixture server = ServerFixture.create()) {
      Drafts drafts = new Drafts(server.acts(), server.databases(), server.time(), server.ids());
      Caller officer = server.someone(Right.CASES);
      Caller colleague = server.someone(Right.CASES);
      drafts.keep(
          officer,
          "minutes:1",
          Map.of("minutes", "She\nstays “there”.", "_csrf", "t", "seen", "3"));
      assertThat(drafts.fields(officer, "minutes:1"))
          .containsExactlyEntriesOf(Map.of("minutes", "She\nstays “there”."));
      assertThat(drafts.fields(colleague, "minutes:1")).isEmpty();
      assertThat(drafts.fields(officer, "minutes:2")).isEmpty();
      drafts.discard(officer, "minutes:1");
      assertThat(drafts.fields(officer, "minutes:1")).isEmpty();
    }
  }
}
