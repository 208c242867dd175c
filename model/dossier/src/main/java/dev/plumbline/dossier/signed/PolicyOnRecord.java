package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Under which rules of policy.yaml people recorded, so that nobody lifts them unnoticed. */
public final class PolicyOnRecord {
  private PolicyOnRecord() {}

  /**
   * The last record that was made under other rules than those of the team now; empty where there
   * is none. A sign-off that was made under the rules of now accepts those of all records before
   * it.
   *
   * @param records all signed records of the dossier
   */
  public static Optional<Signed> underOtherRules(List<Signed> records, Team team) {
    Optional<Digest> now = team.policy().digest();
    Optional<Instant> accepted =
        team.signoff()
            .map(Signoff::signed)
            .filter(s -> s.saw().policy().equals(now))
            .map(Signed::at);
    return records.stream()
        .filter(Signed::sound)
        .filter(s -> s.saw().policy().isPresent() && !s.saw().policy().equals(now))
        .filter(s -> accepted.isEmpty() || s.at().isAfter(accepted.get()))
        .max(Comparator.comparing(Signed::at));
  }
}
