package dev.plumbline.reports.html;

import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.RecordState.JournalState;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.history.RecordHistory;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.html.ReportView.FactView;
import java.util.ArrayList;
import java.util.List;

/** What a report rests on: product, standard, policy, record. */
record BasisFacts(Assessment result, ReportContext context) {
  List<FactView> all() {
    var product = result.product();
    var edition = result.catalogue().edition();
    List<FactView> facts = new ArrayList<>();
    facts.add(fact("Manufacturer", product.manufacturer()));
    facts.add(fact("Product", product.name() + ", model " + product.model()));
    facts.add(fact("Hardware version", product.hardwareVersion()));
    facts.add(fact("Software version", product.softwareVersion()));
    facts.add(fact("Unit and state", product.unit() + ", " + product.state()));
    facts.add(fact("Standard", edition.document() + " (" + edition.published() + ")"));
    facts.add(fact("Assessed by", edition.testDocument() + " (" + edition.testPublished() + ")"));
    facts.add(fact("Catalogue", result.catalogue().digest().hex()));
    facts.add(fact("Facts", edition.provenance().method()));
    facts.add(fact("Test facts", edition.testProvenance().method()));
    facts.add(
        fact(
            "Crypto policy",
            result.policy().id()
                + " of "
                + result.policy().date()
                + ", "
                + result.policy().digest()));
    record(facts);
    return facts;
  }

  /** What a later look at the record is compared with. */
  private void record(List<FactView> facts) {
    RecordState record = context.record();
    for (JournalState j : record.journals()) {
      facts.add(
          fact(
              "Journal " + j.file(),
              j.lines()
                  + " lines, "
                  + j.bytes()
                  + " bytes, last line "
                  + j.head()
                  + ", file "
                  + j.sha256()));
    }
    record
        .index()
        .ifPresent(
            digest ->
                facts.add(
                    fact(
                        "Evidence",
                        record.evidence().size()
                            + " files listed, "
                            + context.dossier().evidence().size()
                            + " verified; evidence.yaml "
                            + digest)));
    RecordHistory.of(context.dossier())
        .signoffs()
        .forEach(s -> facts.add(fact("Signed off", s.line())));
  }

  private static FactView fact(String name, String value) {
    return new FactView(name, Visible.of(value, 600));
  }
}
