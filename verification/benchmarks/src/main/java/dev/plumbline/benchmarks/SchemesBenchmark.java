package dev.plumbline.benchmarks;

import dev.plumbline.app.Assessor;
import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.scheme.Eligibilities;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.NextLevel;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a judged dossier is eligible for: every level of every scheme, and the next ones. */
final class SchemesBenchmark implements Benchmark {
  private static final int ITERATIONS = 2_000;
  private static final double REACH = 0.002;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Override
  public String name() {
    return "schemes";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    Dossier dossier = DossierCopy.read(DemoBenchmark.dossier(s));
    Map<EditionId, Catalogue> editions = CatalogueLoader.all();
    EditionId own = EditionId.of(dossier.product().edition()).orElseThrow();
    Catalogue catalogue = CatalogueLoader.load(own);
    Assessment assessment = new Assessor(catalogue).judge(dossier, CryptoPolicies.load(), DAY);
    Facts facts = Facts.of(catalogue, dossier, CryptoPolicies.load(), DAY);
    SchemeCatalogue schemes = Schemes.load();
    series(schemes, editions, assessment, facts, s.times(ITERATIONS));
    Samples samples = series(schemes, editions, assessment, facts, s.times(ITERATIONS));
    int levels = Eligibilities.of(schemes, editions, assessment, facts, DAY).size();
    return new Result(
        List.of(
            new Row(
                "eligibility of one dossier for all schemes, warm (" + levels + " levels)",
                Row.NONE,
                "≤ 2 ms",
                String.format(Locale.ROOT, "%.2f ms", samples.median() * 1000),
                Row.NONE,
                Standing.of(samples.median() <= REACH))),
        Map.of("levels", levels, "medianSeconds", samples.median()));
  }

  private static Samples series(
      SchemeCatalogue schemes,
      Map<EditionId, Catalogue> editions,
      Assessment assessment,
      Facts facts,
      int times) {
    Samples samples = new Samples();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      List<Eligibility> all = Eligibilities.of(schemes, editions, assessment, facts, DAY);
      List<NextLevel> next = NextLevel.among(all);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (all.isEmpty() || next.isEmpty()) {
        throw new IllegalStateException("nothing was held against anything");
      }
      samples.add(seconds);
    }
    return samples;
  }
}
