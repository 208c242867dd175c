package dev.plumbline.acceptance;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.folder.DossierFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What each item of a dossier comes to, on what was seen of another device. Its types are of the
 * JDK alone, so that it can be asked in another class loader.
 */
public final class Verdicts
    implements BiFunction<List<Path>, UnaryOperator<String>, Map<String, String>> {
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");

  /** Found by its name. */
  public Verdicts() {}

  /**
   * The verdicts with their reasons.
   *
   * @param folders the dossier, and another one whose observations are taken
   * @param names how the dossier calls the rows that those are about
   */
  @Override
  public Map<String, String> apply(List<Path> folders, UnaryOperator<String> names) {
    Workspace workspace = Workspace.open(folders.getFirst(), DAY).workspace().orElseThrow();
    Dossier own = workspace.dossier();
    Dossier other = DossierFolder.at(folders.getLast()).open(new Problems()).orElseThrow();
    List<Observation> seen =
        other.observations().stream()
            .map(o -> moved(o, names, address(other.product()), own.product()))
            .toList();
    Map<String, String> verdicts = new TreeMap<>();
    new Assessor(workspace.catalogue())
        .judge(own.withObservations(seen), CryptoPolicies.load(), DAY)
        .items()
        .forEach(i -> verdicts.put(i.item().id().toString(), i.verdict() + " " + i.finding()));
    return verdicts;
  }

  private static String address(Product product) {
    return product.targets().getFirst().address();
  }

  private static Observation moved(
      Observation o, UnaryOperator<String> names, String from, Product to) {
    return new Observation(
        o.key(),
        names.apply(o.subject()).replace(from, address(to)),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        new Observation.Source(
            o.source().producer(),
            o.source().version(),
            to.softwareVersion(),
            to.unit(),
            to.state(),
            o.source().runId(),
            o.source().at()),
        Optional.empty());
  }
}
