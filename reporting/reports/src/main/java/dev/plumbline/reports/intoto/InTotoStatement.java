package dev.plumbline.reports.intoto;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statement: digests of files, and the verdict that was given over them. */
final class InTotoStatement {
  /** Names the shape of the predicate, {@code docs/schemas/assessment-predicate-1.schema.json}. */
  static final String PREDICATE = "urn:plumbline:assessment:1";

  private InTotoStatement() {}

  static Map<String, Object> of(Assessment assessment, ReportContext context) {
    List<Map<String, Object>> subjects = new ArrayList<>();
    context
        .files()
        .forEach(
            (name, digest) -> {
              Map<String, Object> subject = new LinkedHashMap<>();
              subject.put("name", name);
              subject.put("digest", Map.of("sha256", digest.hex()));
              subjects.add(subject);
            });
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("_type", "https://in-toto.io/Statement/v1");
    statement.put("subject", subjects);
    statement.put("predicateType", PREDICATE);
    statement.put("predicate", predicate(assessment, context));
    return statement;
  }

  private static Map<String, Object> predicate(Assessment assessment, ReportContext context) {
    Product p = assessment.product();
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("manufacturer", p.manufacturer());
    product.put("name", p.name());
    product.put("model", p.model());
    product.put("hardwareVersion", p.hardwareVersion());
    product.put("softwareVersion", p.softwareVersion());
    product.put("unit", p.unit());
    product.put("state", p.state());
    Map<String, Object> provisions = new LinkedHashMap<>();
    for (Verdict v : Verdict.values()) {
      provisions.put(Words.verdict(v), assessment.verdicts().getOrDefault(v, 0));
    }
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("declared", assessment.counts().declared());
    items.put("planned", assessment.counts().planned());
    items.put("executed", assessment.counts().executed());
    items.put("evidenced", assessment.counts().evidenced());
    items.put("proved", assessment.counts().proved());
    items.put("confirmed", assessment.counts().confirmed());
    items.put("decided", assessment.counts().decided());
    items.put("searched", assessment.counts().searched());
    assessment.family().ifPresent(f -> items.put("inherited", f.inherited()));
    items.put("undecided", (int) assessment.items().filter(i -> isOpen(i.finding())).count());
    Map<String, Object> predicate = new LinkedHashMap<>();
    predicate.put("tool", context.tool());
    predicate.put("at", context.at().toString());
    predicate.put("product", product);
    predicate.put("standard", assessment.catalogue().edition().document());
    predicate.put("testStandard", assessment.catalogue().edition().testDocument());
    predicate.put("catalogueDigest", assessment.catalogue().digest().hex());
    predicate.put("cryptoPolicyDigest", assessment.policy().digest().hex());
    predicate.put("verdict", Words.verdict(assessment.verdict()));
    predicate.put("provisions", provisions);
    predicate.put("items", items);
    return predicate;
  }

  private static boolean isOpen(Finding finding) {
    return finding.verdict() == Verdict.INCONCLUSIVE;
  }
}
