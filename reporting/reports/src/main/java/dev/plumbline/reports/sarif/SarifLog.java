package dev.plumbline.reports.sarif;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The log with its one run. */
final class SarifLog {
  private final Assessment assessment;
  private final ReportContext context;
  private final SarifRules rules;

  SarifLog(Assessment assessment, ReportContext context) {
    this.assessment = assessment;
    this.context = context;
    this.rules = new SarifRules(assessment.catalogue());
  }

  Map<String, Object> tree() {
    List<Map<String, Object>> results = results();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Plumbline");
    driver.put("version", context.toolVersion());
    driver.put("rules", rules.all());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("invocations", List.of(invocation()));
    run.put(
        "originalUriBaseIds",
        Map.of(
            SarifPlaces.BASE,
            Map.of("description", Map.of("text", "The directory of the dossier."))));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results);
    run.put("properties", summary());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }

  private List<Map<String, Object>> results() {
    List<Map<String, Object>> results = new ArrayList<>();
    for (GroupResult group : assessment.groups().toList()) {
      SarifResults of = new SarifResults(assessment, context, group);
      List<Judged> items =
          group.cases().stream()
              .flatMap(c -> c.units().stream())
              .flatMap(u -> u.items().stream())
              .filter(i -> told(i.verdict()))
              .toList();
      for (Judged item : items) {
        results.add(of.item(item, rules.of(group.provision(), item.item().unit())));
      }
      if (items.isEmpty() && group.verdict().filter(SarifLog::told).isPresent()) {
        results.add(of.provision(rules.of(group.provision())));
      }
    }
    return results;
  }

  private static boolean told(Verdict verdict) {
    return verdict == Verdict.FAIL || verdict == Verdict.INCONCLUSIVE;
  }

  private Map<String, Object> invocation() {
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    invocation.put("endTimeUtc", context.at().toString());
    List<Map<String, Object>> notes = new ArrayList<>();
    assessment.problems().stream().map(SarifLog::note).forEach(notes::add);
    for (String remark : assessment.remarks()) {
      Map<String, Object> note = new LinkedHashMap<>();
      note.put("message", SarifText.message(remark));
      note.put("level", "note");
      notes.add(note);
    }
    invocation.put("toolConfigurationNotifications", notes);
    return invocation;
  }

  private static Map<String, Object> note(Problem problem) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("descriptor", Map.of("id", problem.id()));
    note.put("message", SarifText.message(problem.what() + " " + problem.remedy()));
    note.put("level", problem.severity() == Severity.ERROR ? "error" : "warning");
    note.put("locations", List.of(SarifPlaces.of(problem.place())));
    return note;
  }

  /** The verdict and the four counts, so that no result does not look like a pass. */
  private Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("product", assessment.product().name());
    summary.put("softwareVersion", assessment.product().softwareVersion());
    summary.put("standard", assessment.catalogue().edition().document());
    summary.put("testStandard", assessment.catalogue().edition().testDocument());
    summary.put("verdict", Words.verdict(assessment.verdict()));
    summary.put("declared", assessment.counts().declared());
    summary.put("planned", assessment.counts().planned());
    summary.put("executed", assessment.counts().executed());
    summary.put("evidenced", assessment.counts().evidenced());
    summary.put("proved", assessment.counts().proved());
    summary.put("confirmed", assessment.counts().confirmed());
    summary.put("decided", assessment.counts().decided());
    summary.put("searched", assessment.counts().searched());
    return summary;
  }
}
