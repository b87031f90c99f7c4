package org.heed.server.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.heed.ledger.Digest;
import org.jspecify.annotations.Nullable;

/** SHA-256 over everything a source sent of a report, to know a repeat by. */
final class ContentHash {
  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  static Digest of(NewReport report) {
    ContentHash hash = new ContentHash();
    hash.add(report.kind(), report.route(), report.area(), report.narrative());
    hash.add(report.occurredFrom(), report.occurredTo(), report.reportedAt(), report.recordedAt());
    hash.add(report.offence(), report.grading(), report.sourceSystem(), report.policingPurpose());
    hash.add(report.reviewOn());
    for (NewMention person : report.people()) {
      hash.add(person.role(), person.givenName(), person.familyName(), person.dateOfBirth());
      hash.add(person.statedAge(), person.sex(), person.ethnicity(), person.ethnicityBasis());
      hash.add(person.nationality(), person.sourceKey());
    }
    if (report.things() != null) {
      hash.add(report.things().size());
      for (NewThing thing : report.things()) {
        hash.add(thing.kind(), thing.written(), thing.detail(), thing.sourceKey());
      }
    }
    return Digest.of(hash.digest.digest());
  }

  private void add(@Nullable Object... values) {
    for (Object value : values) {
      if (value == null) {
        digest.update((byte) 0);
      } else {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((byte) 1);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
      }
    }
  }
}
