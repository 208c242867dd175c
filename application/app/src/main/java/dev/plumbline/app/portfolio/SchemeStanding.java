package dev.plumbline.app.portfolio;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.scheme.Eligibilities;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.NextLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a dossier stands to every level of every scheme.
 *
 * @param on the day for which schemes are asked and cryptography is judged
 * @param levels in the order of the schemes
 * @param next the cheapest next levels
 */
public record SchemeStanding(
    Assessment assessment,
    SchemeCatalogue schemes,
    LocalDate on,
    List<Eligibility> levels,
    List<NextLevel> next) {
  public SchemeStanding {
    levels = List.copyOf(levels);
    next = List.copyOf(next);
  }

  /** Judges the dossier as it is and holds the result against all schemes. */
  public static SchemeStanding of(Workspace workspace, CryptoPolicy policy, LocalDate on) {
    SchemeCatalogue schemes = Schemes.load();
    Map<EditionId, Catalogue> editions = CatalogueLoader.all();
    Catalogue own = edition(workspace, editions);
    Assessment assessment = new Assessor(own).judge(workspace.dossier(), policy, on);
    List<Eligibility> levels = levels(workspace, own, assessment, schemes, editions, on);
    return new SchemeStanding(assessment, schemes, on, levels, NextLevel.among(levels));
  }

  /**
   * How a dossier that was judged stands to every level; evidence that was changed shows nothing.
   *
   * @param judged by the edition and the profiles of the dossier
   * @param editions all of them, without profiles
   */
  public static List<Eligibility> levels(
      Workspace workspace,
      Assessment judged,
      SchemeCatalogue schemes,
      Map<EditionId, Catalogue> editions,
      LocalDate on) {
    Catalogue own = edition(workspace, editions);
    Assessment assessment =
        workspace.dossier().product().profiles().isEmpty()
            ? judged
            : new Assessor(own).judge(workspace.dossier(), judged.policy(), on);
    return levels(workspace, own, assessment, schemes, editions, on);
  }

  private static List<Eligibility> levels(
      Workspace workspace,
      Catalogue own,
      Assessment assessment,
      SchemeCatalogue schemes,
      Map<EditionId, Catalogue> editions,
      LocalDate on) {
    Facts facts = Facts.of(own, workspace.dossier(), assessment.policy(), on);
    return Eligibilities.of(schemes, editions, assessment, facts, on);
  }

  // Schemes ask by the edition; a profile of the dossier makes no label stricter.
  private static Catalogue edition(Workspace workspace, Map<EditionId, Catalogue> editions) {
    return Objects.requireNonNull(editions.get(workspace.catalogue().edition().id()));
  }
}
