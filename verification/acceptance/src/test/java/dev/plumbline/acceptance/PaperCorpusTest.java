package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Assessor;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Severity;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.UnitResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Hand-made declarations, judged as they are written, without a device: a text that says the
 * contrary or nothing never passes, and one that is allowed never fails.
 */
final class PaperCorpusTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Path CORPUS = Path.of("src/test/resources/paper");

  private final CryptoPolicy policy = CryptoPolicies.load();
  private final Map<String, Dossier> examples = new HashMap<>();
  private final Map<EditionId, Catalogue> catalogues = new HashMap<>();
  private final Map<EditionId, Assessor> assessors = new HashMap<>();

  @Test
  void theCorpusOfThisProjectIsJudgedRightly() throws IOException {
    List<PaperDossier> all = PaperDossier.all(CORPUS.resolve("corpus"));
    assertThat(all).hasSizeGreaterThanOrEqualTo(140);
    assertThat(all).extracting(PaperDossier::id).doesNotHaveDuplicates();
    assertThat(wrong(all)).isEmpty();
  }

  @Test
  void theCorpusOfAnAuthorWhoDidNotReadTheRulesIsJudgedRightly() throws IOException {
    List<PaperDossier> all = PaperDossier.all(CORPUS.resolve("corpus-second-author"));
    assertThat(all).extracting(PaperDossier::id).doesNotHaveDuplicates();
    assertThat(wrong(all)).isEmpty();
  }

  private List<String> wrong(List<PaperDossier> dossiers) {
    List<String> wrong = new ArrayList<>();
    for (PaperDossier dossier : dossiers) {
      try {
        judge(dossier, wrong);
      } catch (IllegalArgumentException | ClassCastException e) {
        wrong.add(dossier.id() + ": faulty overlay: " + e.getMessage());
      }
    }
    return wrong;
  }

  private void judge(PaperDossier paper, List<String> wrong) {
    Dossier dossier = paper.of(example(paper.base()));
    EditionId edition = EditionId.of(dossier.product().edition()).orElseThrow();
    Catalogue catalogue = catalogues.computeIfAbsent(edition, CatalogueLoader::load);
    List<Problem> errors =
        DeclarationCheck.errors(catalogue, dossier, DAY).stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .toList();
    Optional<Assessment> result =
        errors.isEmpty()
            ? Optional.of(
                assessors
                    .computeIfAbsent(edition, e -> new Assessor(catalogue))
                    .judge(dossier, policy, DAY))
            : Optional.empty();
    paper
        .expected()
        .forEach(
            (where, expectation) -> {
              Optional<Verdict> verdict =
                  result.flatMap(r -> verdict(r, where, dossier, catalogue));
              if (!fits(expectation, verdict)) {
                wrong.add(
                    paper.id()
                        + " at "
                        + where
                        + ": "
                        + verdict.map(Verdict::name).orElse("not judged")
                        + " instead of "
                        + expectation
                        + "; "
                        + paper.why()
                        + " | "
                        + result.map(r -> reason(r, where)).orElse("refused: " + errors));
              }
            });
  }

  private static boolean fits(String expectation, Optional<Verdict> verdict) {
    return switch (expectation) {
      case "not PASS" -> verdict.filter(v -> v == Verdict.PASS).isEmpty();
      case "not FAIL" -> verdict.filter(v -> v == Verdict.FAIL).isEmpty();
      case "PASS" -> verdict.filter(v -> v == Verdict.PASS).isPresent();
      case "FAIL" -> verdict.filter(v -> v == Verdict.FAIL).isPresent();
      case "open" -> verdict.filter(v -> v == Verdict.PASS || v == Verdict.FAIL).isEmpty();
      default -> throw new IllegalArgumentException("no expectation: " + expectation);
    };
  }

  private static Optional<Verdict> verdict(
      Assessment result, String where, Dossier dossier, Catalogue catalogue) {
    if (ProvisionId.isValid(where)) {
      return result
          .groups()
          .filter(g -> g.provision().id().value().equals(where))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no provision " + where))
          .verdict();
    }
    int at = where.indexOf('@');
    String unitId = at < 0 ? where : where.substring(0, at);
    if (catalogue.unit(new UnitId(unitId)).isEmpty()) {
      throw new IllegalArgumentException("no unit " + unitId);
    }
    Optional<UnitResult> unit = unit(result, unitId);
    if (at < 0) {
      return unit.map(UnitResult::verdict);
    }
    String entry = where.substring(at + 1);
    Optional<Verdict> verdict =
        unit.stream()
            .flatMap(u -> u.items().stream())
            .filter(i -> isOf(i, entry))
            .map(Judged::verdict)
            .findFirst();
    boolean declared =
        dossier.ixit().tables().values().stream()
            .anyMatch(t -> t.stream().anyMatch(e -> e.id().equals(entry)));
    if (verdict.isEmpty() && !declared) {
      throw new IllegalArgumentException("no entry " + entry);
    }
    return verdict;
  }

  /** Whether an item is about an entry, alone or as the first of a pair. */
  private static boolean isOf(Judged item, String entry) {
    return item.item().entry().filter(e -> e.id().equals(entry)).isPresent();
  }

  private static Optional<UnitResult> unit(Assessment result, String id) {
    return result
        .groups()
        .flatMap(g -> g.cases().stream())
        .flatMap(c -> c.units().stream())
        .filter(u -> u.unit().id().toString().equals(id))
        .findFirst();
  }

  private static String reason(Assessment result, String where) {
    return result
        .items()
        .filter(i -> (i.item().id().toString() + "@").startsWith(where + "@"))
        .map(i -> i.item().id() + " " + i.finding().reason())
        .reduce("", (a, b) -> a + " / " + b);
  }

  private Dossier example(String name) {
    return examples.computeIfAbsent(
        name,
        n -> {
          Problems problems = new Problems();
          return DossierFolder.at(Repository.at("examples").resolve(n))
              .open(problems)
              .orElseThrow(() -> new IllegalArgumentException("no example " + n));
        });
  }
}
