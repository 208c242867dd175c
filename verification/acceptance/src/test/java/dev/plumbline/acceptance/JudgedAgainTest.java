package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.ReusableAssessment;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Judging again with what is known of earlier states gives the result of judging all of it: every
 * finding, verdict, digest and step of every item, after any changes.
 */
class JudgedAgainTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final int CHANGES = 30;

  private final CryptoPolicy policy = CryptoPolicies.load();

  @ParameterizedTest
  @CsvSource({"careless-camera, 20261203", "sensor-tag-2.1.1, 20261205", "smart-lock, 20261206"})
  void theResultIsThatOfJudgingAllOfIt(String example, long seed) {
    Workspace workspace = opened(example);
    Assessor assessor = new Assessor(workspace.catalogue());
    RandomDossierChanges changes = new RandomDossierChanges(workspace.dossier(), seed);
    List<Dossier> states = new ArrayList<>();
    states.add(changes.observed(workspace.dossier()));
    List<ReusableFindings> known = new ArrayList<>();
    CryptoPolicy current = policy;
    LocalDate day = DAY;

    for (int i = 0; i < CHANGES; i++) {
      Dossier dossier = states.getLast();
      // The state before, and now and then one of long ago.
      Optional<ReusableFindings> before =
          known.isEmpty()
              ? Optional.empty()
              : Optional.of(i % 5 == 4 ? known.get(i / 2) : known.getLast());
      if (i == CHANGES / 2) {
        current = stricter();
      }
      if (i == CHANGES * 3 / 4) {
        day = day.plusYears(9);
      }
      Assessment whole = assessor.judge(dossier, current, day);
      ReusableAssessment again = assessor.judge(dossier, current, day, before);

      assertThat(told(again.assessment())).isEqualTo(told(whole));
      known.add(again.findings());
      states.add(changes.next(dossier, whole.items().toList()));
    }
  }

  private static Workspace opened(String example) {
    Path folder = Repository.at("examples/" + example);
    return Workspace.openWithoutWarnings(folder, DAY).workspace().orElseThrow();
  }

  /** A policy under which half of what was accepted is not. */
  private CryptoPolicy stricter() {
    Map<String, CryptoPolicy.Entry> entries = new LinkedHashMap<>(policy.entries());
    entries.keySet().removeIf(name -> name.hashCode() % 2 == 0);
    return new CryptoPolicy(
        "stricter", policy.date(), policy.title(), entries, Digest.of("stricter"));
  }

  /** All that a result says, as text. */
  private static String told(Assessment a) {
    StringBuilder text = new StringBuilder();
    text.append(List.of(a.verdict(), a.counts(), a.remarks(), a.traffic(), a.waivers()));
    text.append(a.verdicts().entrySet().stream().map(Object::toString).sorted().toList());
    a.groups()
        .forEach(
            g -> {
              text.append('\n')
                  .append(g.provision().id())
                  .append(List.of(g.standing(), g.verdict(), g.reason(), g.counts(), g.aside()));
              g.cases()
                  .forEach(
                      c -> {
                        text.append('\n').append(c.testCase().id()).append(c.verdict());
                        c.units().forEach(u -> text.append(u.unit().id()).append(u.verdict()));
                      });
            });
    a.items().forEach(i -> told(i, text));
    return text.toString();
  }

  private static void told(Judged i, StringBuilder text) {
    text.append('\n').append(i.item().id()).append(' ').append(i.finding()).append(i.by());
    text.append(i.machine()).append(i.decision()).append(i.stale()).append(i.executed());
    text.append(i.basis()).append(i.contradictions()).append(i.questionLog());
    text.append(i.heritage()).append(i.basisDigest());
    text.append(i.trace()).append(i.item());
  }
}
