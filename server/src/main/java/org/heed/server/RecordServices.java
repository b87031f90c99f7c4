package org.heed.server;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.heed.server.access.Accounts;
import org.heed.server.access.Passwords;
import org.heed.server.access.Sessions;
import org.heed.server.crime.CountingRules;
import org.heed.server.crime.CrimeStore;
import org.heed.server.crime.Crimes;
import org.heed.server.person.KeptLinks;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.Recogniser;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportStore;
import org.heed.server.review.FlagStore;
import org.heed.server.review.Flags;
import org.heed.server.review.ReviewDraws;
import org.heed.server.safeguarding.CaseEventKinds;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.Meetings;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.safeguarding.Plans;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.thing.KeptThings;
import org.heed.server.thing.ThingStore;
import org.heed.server.thing.Things;

/** The modules' services put together by hand, for commands and tests that need no web server. */
public record RecordServices(
    Acts acts,
    Sessions sessions,
    Accounts accounts,
    ReportDesk reports,
    Flags flags,
    Crimes crimes,
    People people,
    Things things,
    Recogniser recogniser,
    Cases cases,
    Plans plans,
    Meetings meetings) {

  /** Services on a database, by a clock. */
  public static RecordServices of(
      Databases databases,
      Clock clock,
      IdSource ids,
      RulebookInForce rulebook,
      RandomGenerator random) {
    Acts acts = new Acts(databases, clock, ids);
    Passwords passwords = new Passwords();
    Sessions sessions = new Sessions(databases, passwords);
    ReviewDraws draws = new ReviewDraws(rulebook, random);
    Recogniser recogniser = new Recogniser(rulebook, List.of(draws));
    CaseStore cases = new CaseStore(databases);
    Cases caseDesk =
        new Cases(acts, cases, new CaseEventKinds(rulebook), new ReportFiles(databases));
    Plans plans = new Plans(acts, cases, new PlanStore(databases), caseDesk);
    return new RecordServices(
        acts,
        sessions,
        new Accounts(databases, acts, sessions, passwords, ids),
        new ReportDesk(
            acts,
            new ReportStore(databases),
            List.of(
                recogniser,
                new KeptLinks(new PersonStore(databases)),
                new KeptThings(new ThingStore(databases))),
            recogniser),
        new Flags(acts, new FlagStore(databases), draws, rulebook),
        new Crimes(acts, new CrimeStore(databases), new CountingRules(rulebook)),
        new People(acts, new PersonStore(databases)),
        new Things(acts, new ThingStore(databases)),
        recogniser,
        caseDesk,
        plans,
        new Meetings(acts, cases, new MeetingStore(databases), plans, caseDesk));
  }
}
