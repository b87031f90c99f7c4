package org.heed.server.linking.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.heed.server.linking.Offer;
import org.heed.server.linking.Offers;
import org.heed.server.linking.Spoken;
import org.heed.server.linking.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/people/offers}: known people who may be meant, while a report is recorded. */
@RestController
@RequestMapping(value = "/api/v1/people/offers", produces = MediaType.APPLICATION_JSON_VALUE)
class OffersApi {
  private final Offers offers;

  OffersApi(Offers offers) {
    this.offers = offers;
  }

  @Told("What is said of somebody. It is sent in the body, since addresses are kept in many logs.")
  record Asked(
      @Told("First name.") @Nullable String givenName,
      @Told("Family name.") @Nullable String familyName,
      @Told("Date of birth.") @Nullable LocalDate dateOfBirth,
      @Told("Sex, as a report says it.") @Nullable String sex,
      @Told("The mention whose words they are: whom it was said not to mean is left out.")
          @Nullable UUID mention) {
    @Override
    public String toString() {
      return "Asked[hidden]";
    }
  }

  @Told("A known person who may be meant.")
  record OfferBody(
      UUID person,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Told("How many reports open to you mean them.") long reports,
      @Told("The report whose words fit best; null where their own do.") @Nullable UUID report,
      @Told("How likely, in words.") String likelihood,
      @Told("What speaks for it, the strongest first.") List<String> speaksFor,
      @Told("What speaks against it, the strongest first.") List<String> speaksAgainst,
      @Told("The logarithm to base 2 of the odds; never an order among children.") double weight,
      List<LinkingApi.PartBody> parts,
      @Told("The model that the weights are of.") String model) {
    static OfferBody of(Offer offer) {
      return new OfferBody(
          offer.person(),
          offer.givenName(),
          offer.familyName(),
          offer.dateOfBirth(),
          offer.reports(),
          offer.report(),
          Why.likelihood(offer.why()),
          Why.speakingFor(offer.why()).stream().map(Why::line).toList(),
          Why.speakingAgainst(offer.why()).stream().map(Why::line).toList(),
          offer.why().weight(),
          offer.why().parts().stream().map(LinkingApi.PartBody::of).toList(),
          offer.model());
    }

    @Override
    public String toString() {
      return "OfferBody[" + person + "]";
    }
  }

  @Told("At most five, the likeliest first.")
  record OfferedPeople(List<OfferBody> offers) {}

  @PostMapping
  @Needs(Right.PEOPLE)
  @Told(
      "Offers known people for what is said of somebody, each with why. Changes nothing; the look"
          + " is an entry of the ledger with everyone shown.")
  @Answers(refuses = 422)
  OfferedPeople offer(@AuthenticationPrincipal Caller caller, @RequestBody Asked body) {
    Spoken spoken = Spoken.of(body.givenName(), body.familyName(), body.dateOfBirth(), body.sex());
    if (spoken.isEmpty()) {
      throw new Refused(
          Refused.Code.INVALID, "given_name, family_name or date_of_birth is missing");
    }
    return new OfferedPeople(
        offers.offers(caller, spoken, body.mention()).stream().map(OfferBody::of).toList());
  }
}
