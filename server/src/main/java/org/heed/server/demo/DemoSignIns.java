package org.heed.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.store.RealTime;
import org.jspecify.annotations.Nullable;

/** One sign-in for each role that a person holds, all with the data folder's own password. */
public final class DemoSignIns {
  private DemoSignIns() {}

  /** Someone to sign in as. */
  public record SignIn(String name, String role, @Nullable String area) {}

  private static final List<SignIn> ALL =
      List.of(
          new SignIn("response", Role.RESPONSE_OFFICER.code(), "greyport"),
          new SignIn("investigator", Role.INVESTIGATOR.code(), "greyport"),
          new SignIn("supervisor", Role.SUPERVISOR.code(), null),
          new SignIn("hub", Role.HUB.code(), null),
          new SignIn("partner", Role.PARTNER.code(), null),
          new SignIn("support", Role.SUPPORT_PRACTITIONER.code(), null),
          new SignIn("analyst", Role.ANALYST.code(), null),
          new SignIn("registrar", Role.REGISTRAR.code(), null),
          new SignIn("lead", Role.EXPLOITATION_LEAD.code(), null),
          new SignIn("auditor", Role.AUDITOR.code(), null),
          new SignIn("inspector", Role.INSPECTOR.code(), null),
          new SignIn("data-protection", Role.DATA_PROTECTION.code(), null),
          new SignIn("records-1", Role.RECORDS_MANAGER.code(), null),
          new SignIn("records-2", Role.RECORDS_MANAGER.code(), null),
          new SignIn("administrator", Role.ADMINISTRATOR.code(), null));

  /** Those there are, made where they are missing. */
  public static List<SignIn> ensure(RecordServices services, String password) {
    Caller maker =
        services
            .sessions()
            .openService(
                services.accounts().service("demonstration", "Demonstration"),
                EnumSet.of(Right.ADMINISTER));
    List<SignIn> all = new ArrayList<>();
    for (SignIn one : ALL) {
      if (services.accounts().find(one.name()).isEmpty()) {
        Role role = Role.parse(one.role());
        UUID account =
            services
                .accounts()
                .create(
                    maker,
                    one.name(),
                    "Demo " + role.title().toLowerCase(java.util.Locale.ROOT),
                    agency(role),
                    password);
        services
            .accounts()
            .give(
                maker,
                account,
                role,
                one.area(),
                role.isForATime() ? end() : null,
                "Demonstration");
      }
      all.add(one);
    }
    services.sessions().signOut(maker.token());
    return all;
  }

  /** A year from now by the database's time, since that is what ends a role. */
  private static Instant end() {
    return RealTime.clock().instant().plus(Duration.ofDays(365));
  }

  /** Where somebody of a role works. */
  static String agency(Role role) {
    return switch (role) {
      case PARTNER -> "school";
      case SUPPORT_PRACTITIONER -> "harbour-support";
      case RESPONSE_OFFICER,
          INVESTIGATOR,
          SUPERVISOR,
          HUB,
          ANALYST,
          REGISTRAR,
          EXPLOITATION_LEAD,
          AUDITOR,
          INSPECTOR,
          DATA_PROTECTION,
          RECORDS_MANAGER,
          ADMINISTRATOR,
          IMPORTER ->
          "norchester";
    };
  }
}
