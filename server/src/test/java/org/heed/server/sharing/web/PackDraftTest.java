package org.heed.server.sharing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.report.Drafts;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody chose for a pack comes back to them, and to nobody else. */
class PackDraftTest {
  private static MultiValueMap<String, String> sent() {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    sent.addAll("agency", List.of("school", "clinic"));
    sent.addAll("handling", List.of("not-passed-on"));
    sent.addAll("item", List.of("aa01", "bb02"));
    sent.addAll("out", List.of("aa01.0", "aa01.3", "bb02.1"));
    sent.add("conditions", "For the lead alone.\nNot on her file, please.");
    return sent;
  }

  @Test
  void everythingChosenAndLeftOut_comesBackAsItStood() {
    try (ServerFixture server = ServerFixture.create()) {
      Drafts drafts = new Drafts(server.acts(), server.databases(), server.clock(), server.ids());
      Caller officer = server.someone("norchester", null, Right.CASES);
      Caller other = server.someone("norchester", null, Right.CASES);
      drafts.keep(officer, "pack:1", PackForm.kept(sent()));
      PackForm back = PackForm.kept(drafts.fields(officer, "pack:1"));
      PackForm typed = PackForm.of(sent());
      assertThat(back.agencies()).isEqualTo(typed.agencies());
      assertThat(back.handling()).isEqualTo(typed.handling());
      assertThat(back.items()).isEqualTo(typed.items());
      assertThat(back.out()).isEqualTo(typed.out());
      assertThat(back.typed().get("conditions")).isEqualTo(sent().getFirst("conditions"));
      assertThat(PackForm.kept(drafts.fields(other, "pack:1")).items()).isEmpty();
    }
  }

  @Test
  void formOfWhichNothingWasKept_isEmpty() {
    Map<String, String> kept = new HashMap<>();
    kept.put("out", "");
    kept.put("agency", "");
    assertThat(PackForm.kept(kept).agencies()).isEmpty();
    assertThat(PackForm.kept(kept).out()).isEmpty();
  }
}
