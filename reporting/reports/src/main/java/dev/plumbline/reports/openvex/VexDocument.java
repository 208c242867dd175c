package dev.plumbline.reports.openvex;

import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.observation.software.VexStatements;
import dev.plumbline.reports.NamedUuid;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document. It repeats statements of imported files about the assessed version. A vulnerability
 * that is known and of which nobody stated anything is in no statement: that is not "not affected".
 */
record VexDocument(Assessment assessment, ReportContext context) {
  Map<String, Object> tree() {
    Product p = assessment.product();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", "https://openvex.dev/ns/v0.2.0");
    document.put(
        "@id",
        "urn:uuid:"
            + NamedUuid.of(
                List.of(
                    "openvex",
                    p.manufacturer(),
                    p.name(),
                    p.model(),
                    p.softwareVersion(),
                    context.at().toString())));
    document.put("author", Visible.of(p.manufacturer()));
    document.put("role", "As told in files of the dossier, collected by Plumbline");
    document.put("timestamp", context.at().toString());
    document.put("version", 1);
    document.put("tooling", context.tool());
    document.put("statements", statements());
    return document;
  }

  /** What somebody stated, of the assessed version. */
  List<Map<String, Object>> statements() {
    Product p = assessment.product();
    String product =
        "urn:uuid:"
            + NamedUuid.of(
                List.of(
                    "product",
                    p.manufacturer(),
                    p.name(),
                    p.model(),
                    p.hardwareVersion(),
                    p.softwareVersion()));
    return context.dossier().observations().stream()
        .filter(
            o ->
                o.is(VexStatements.class)
                    && o.source().softwareVersion().equals(p.softwareVersion()))
        .flatMap(o -> o.as(VexStatements.class).stream())
        .flatMap(s -> VexStatement.in(s).stream())
        .flatMap(s -> s.statement(product).stream())
        .toList();
  }
}
