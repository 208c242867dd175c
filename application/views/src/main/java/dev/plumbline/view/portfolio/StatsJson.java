package dev.plumbline.view.portfolio;

import dev.plumbline.app.portfolio.ProductStatistics;
import dev.plumbline.app.version.Version;
import dev.plumbline.insight.statistics.EditionStatistics;
import dev.plumbline.insight.statistics.ProvisionStatistics;
import dev.plumbline.insight.statistics.Share;
import dev.plumbline.insight.statistics.Statistics;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Statistics as plain values; a share that is kept back is {@code null}. */
public final class StatsJson {
  /** Names the form, so that an older file can be told apart. */
  static final String FORM = "plumbline-stats-1";

  private StatsJson() {}

  public static Map<String, Object> of(ProductStatistics products) {
    return of(products.statistics(), products.day(), products.policy());
  }

  static Map<String, Object> of(Statistics statistics, LocalDate on, String policy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("form", FORM);
    json.put("on", on.toString());
    json.put("tool", Version.TOOL);
    json.put("cryptoPolicy", policy);
    json.put("k", statistics.k());
    json.put("step", Share.STEP);
    json.put("editions", statistics.editions().stream().map(StatsJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(EditionStatistics edition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", edition.edition());
    json.put("productsAtLeast", edition.atLeast());
    json.put("provisions", edition.provisions().stream().map(StatsJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(ProvisionStatistics p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provision", p.provision().value());
    json.put("mandatory", p.mandatory());
    json.put("percent", shares(p.answers()));
    json.put("passBecause", shares(p.passes()));
    json.put("inconclusiveBecause", shares(p.undecided()));
    json.put("notApplicableBecause", shares(p.absences()));
    p.effort().ifPresent(e -> json.put("medianEffortSeconds", e.toSeconds()));
    return json;
  }

  private static Map<String, Object> shares(Map<?, Share> shares) {
    Map<String, Object> json = new LinkedHashMap<>();
    shares.forEach((key, share) -> json.put(key(key), share.percent().orElse(null)));
    return json;
  }

  private static String key(Object key) {
    return key instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : key.toString();
  }
}
