package dev.plumbline.importers.wapitijson;

import dev.plumbline.importers.shared.findings.ScanReport;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.ToolRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What both formats of Wapiti say. */
final class Wapiti {
  private final ScanReport report;
  private String target = "";
  private String scope = "";
  private String version = "";
  private OptionalLong pages = OptionalLong.empty();

  Wapiti(ScanReport report) {
    this.report = report;
  }

  /**
   * Takes what stands about the run.
   *
   * @param crawled how many pages were visited
   */
  void run(String at, String words, String by, OptionalLong crawled) {
    target = at;
    scope = words;
    version = by;
    pages = crawled;
  }

  /** Takes a finding; where its module is not named, its category stands for the test. */
  void finding(
      String category,
      String module,
      String level,
      String path,
      String parameter,
      List<String> references) {
    String where = Scopes.withoutQuery(path);
    report.addAtTarget(
        new ScannerFinding(
            module.isEmpty() ? category : module,
            category,
            ScannerSeverity.ofNumber(level, 4),
            parameter.isEmpty() ? where : where + " " + parameter,
            references));
  }

  void finish() throws MalformedImportException {
    if (target.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.MALFORMED, "it does not tell its target");
    }
    Tried tried =
        Tried.UNTOLD.scope(scope).tests("modules of the run, which the file does not list");
    report.tried(pages.isPresent() ? tried.pages(pages.getAsLong()) : tried);
    report.target(target);
    report.ran(
        new ToolRun(
            version.replaceFirst("^\\D+", ""), "", Scopes.withoutQuery(target), Optional.empty()));
  }
}
