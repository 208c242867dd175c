package dev.plumbline.view.portfolio;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import dev.plumbline.insight.portfolio.JudgedProduct;
import dev.plumbline.insight.portfolio.LevelStanding;
import dev.plumbline.insight.portfolio.Portfolio;
import dev.plumbline.insight.portfolio.Portfolio.CommonFailure;
import dev.plumbline.insight.portfolio.Portfolio.Readiness;
import dev.plumbline.insight.portfolio.UnjudgedProduct;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.view.scheme.SchemeText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A portfolio as plain values. */
public final class PortfolioJson {
  private PortfolioJson() {}

  public static Map<String, Object> of(Portfolio portfolio, LocalDate horizon) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("on", portfolio.on().toString());
    json.put("dossiers", portfolio.entries().size());
    json.put("verdicts", verdicts(portfolio.verdicts()));
    json.put("items", items(portfolio.counts()));
    json.put("notJudged", portfolio.unjudged().stream().map(PortfolioJson::of).toList());
    json.put("commonFailures", portfolio.commonFailures().stream().map(PortfolioJson::of).toList());
    json.put("readiness", portfolio.readiness().stream().map(PortfolioJson::of).toList());
    json.put("horizon", horizon.toString());
    json.put("supportEnding", folders(portfolio.supportEndingBy(horizon)));
    json.put("withoutSupportEnd", portfolio.withoutSupportEnd());
    json.put("stale", folders(portfolio.stale()));
    json.put("products", portfolio.judged().stream().map(PortfolioJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(JudgedProduct product) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", product.folder());
    json.put("name", product.name());
    json.put("model", product.model());
    json.put("softwareVersion", product.softwareVersion());
    json.put("edition", product.edition());
    json.put("verdict", product.verdict().name());
    json.put("provisions", verdicts(product.verdicts()));
    json.put("declined", product.declined());
    json.put("items", items(product.counts()));
    json.put("failed", product.failed().stream().map(ProvisionId::value).toList());
    json.put("contradictions", product.contradictions());
    json.put("staleDecisions", product.staleDecisions());
    json.put("outdatedAnswers", product.outdated());
    product.supportEnds().ifPresent(end -> json.put("supportEnds", end.toString()));
    json.put("levels", product.levels().stream().map(PortfolioJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(LevelStanding standing) {
    Map<String, Object> json = level(standing.level());
    json.put("answer", key(standing.outcome()));
    json.put("met", standing.met());
    json.put("searched", standing.searched());
    json.put("asked", standing.asked());
    return json;
  }

  private static Map<String, Object> of(UnjudgedProduct product) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", product.folder());
    json.put("problems", product.problems());
    json.put("first", product.first());
    return json;
  }

  private static Map<String, Object> of(CommonFailure failure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", failure.edition());
    json.put("provision", failure.provision().value());
    json.put("products", failure.products());
    return json;
  }

  private static Map<String, Object> of(Readiness readiness) {
    Map<String, Object> json = level(readiness.level());
    json.put("eligible", readiness.eligible());
    json.put("provisionsMet", readiness.provisionsMet());
    json.put("searched", readiness.searched());
    json.put("cannotTell", readiness.cannotTell());
    json.put("notEligible", readiness.notEligible());
    return json;
  }

  private static Map<String, Object> level(LevelStanding.Level level) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", level.scheme());
    json.put("level", level.id());
    return json;
  }

  private static Map<String, Object> items(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("proved", counts.proved());
    json.put("confirmed", counts.confirmed());
    json.put("decided", counts.decided());
    json.put("searched", counts.searched());
    return json;
  }

  private static Map<String, Object> verdicts(Map<Verdict, Integer> numbers) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      json.put(verdict.name(), numbers.getOrDefault(verdict, 0));
    }
    return json;
  }

  private static List<String> folders(List<JudgedProduct> products) {
    return products.stream().map(JudgedProduct::folder).toList();
  }

  private static String key(Enum<?> value) {
    return SchemeText.word(value).replace(' ', '-');
  }
}
