package dev.plumbline.reports.csv;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.CaseResult;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.InheritedResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row for each test item, and one for each provision that has none (declined, refused, not
 * applicable, not settled), so that no provision is missing from a sheet.
 */
public final class CsvReport implements ReportFormat {
  private static final List<String> HEAD =
      List.of(
          "provision",
          "title",
          "status",
          "support",
          "standing",
          "provision verdict",
          "case",
          "unit",
          "item",
          "verdict",
          "reason",
          "remedy",
          "accepted risk",
          "planned by",
          "decided by",
          "executed",
          "evidenced",
          "stale",
          "place",
          "evidence",
          "inherited from",
          "conclusion");

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String fileName() {
    return "result.csv";
  }

  @Override
  public String about() {
    return "a row for each test item, for spreadsheets";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder(1 << 16);
    CsvLine.append(text, HEAD);
    assessment.groups().flatMap(g -> rows(g, assessment)).forEach(row -> CsvLine.append(text, row));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<List<String>> rows(GroupResult group, Assessment assessment) {
    List<String> start =
        List.of(
            group.provision().id().value(),
            group.provision().title(),
            group.provision().printedStatus(),
            group.answer().map(a -> a.support().printed()).orElse(""),
            Words.standing(group.standing()),
            Words.verdict(group.verdict()));
    List<List<String>> rows =
        group.cases().stream()
            .flatMap(c -> items(c, assessment))
            .map(end -> joined(start, end))
            .toList();
    return rows.isEmpty() ? Stream.of(joined(start, noItem(group))) : rows.stream();
  }

  private static Stream<List<String>> items(CaseResult testCase, Assessment assessment) {
    return testCase.units().stream()
        .map(UnitResult::items)
        .flatMap(List::stream)
        .map(i -> item(testCase.testCase().id(), i, assessment));
  }

  private static List<String> item(String testCase, Judged judged, Assessment assessment) {
    return List.of(
        testCase,
        judged.item().unit().id().value(),
        judged.item().id().toString(),
        Words.verdict(judged.verdict()),
        judged.finding().reason(),
        judged.finding() instanceof Finding.Violated v ? v.remedy() : "",
        assessment.waiver(judged.item().id()).map(WaivedItem::sentence).orElse(""),
        Words.decidedBy(judged.item().by()),
        judged.executed() ? Words.decidedBy(judged.by()) : "",
        yesNo(judged.executed()),
        yesNo(judged.evidenced()),
        yesNo(judged.stale()),
        judged.item().entry().map(IxitEntry::place).map(Place::toString).orElse(""),
        judged.basis().stream()
            .map(Observation::evidence)
            .flatMap(Optional::stream)
            .map(EvidenceRef::toString)
            .distinct()
            .collect(Collectors.joining(" ")),
        judged.heritage().filter(InheritedResult::inherited).map(InheritedResult::from).orElse(""),
        judged.conclusion().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static List<String> noItem(GroupResult group) {
    return List.of(
        "",
        "",
        "",
        Words.verdict(group.verdict()),
        group.reason(),
        "",
        "",
        "",
        "",
        "no",
        "no",
        "no",
        group.answer().map(IcsAnswer::place).map(Place::toString).orElse(""),
        "",
        "",
        "");
  }

  private static List<String> joined(List<String> start, List<String> end) {
    return Stream.concat(start.stream(), end.stream()).toList();
  }

  private static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
