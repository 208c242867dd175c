package dev.plumbline.importers.nvdjson;

import static dev.plumbline.importers.shared.reading.Fields.flag;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.matching.AffectedStatus;
import dev.plumbline.importers.shared.matching.KnownComponent;
import dev.plumbline.importers.shared.matching.Matches;
import dev.plumbline.importers.shared.matching.Range;
import dev.plumbline.importers.shared.matching.VersionScheme;
import dev.plumbline.importers.shared.software.Vulnerability;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Matches records of the NVD with the components that the dossier knows. */
public final class NvdJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(NvdJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return "NVD_CVE".equals(shape.text("/format")) && shape.text("/version").startsWith("2.");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Nvd nvd = new Nvd(new Matches(KnownComponent.known(reading)));
    JsonInput.read(
        in,
        Map.of(
            "/format", (part, line) -> nvd.format = text(part),
            "/timestamp", (part, line) -> nvd.at = text(part),
            "/vulnerabilities/*/cve", (part, line) -> nvd.record(part)));
    if (!"NVD_CVE".equals(nvd.format)) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not say that it is of the NVD");
    }
    reading.ran(new ToolRun("", "", "", moment(nvd.at + "Z")));
    nvd.matches.tell(reading, "NVD", nvd.at);
  }

  private static final class Nvd {
    private final Matches matches;
    private String format = "";
    private String at = "";

    Nvd(Matches matches) {
      this.matches = matches;
    }

    /** Only records that were analysed name products; the others say nothing. */
    void record(JsonNode cve) {
      matches.record();
      matches.parts().stream().filter(p -> !p.product().isEmpty()).forEach(matches::compared);
      if ("Rejected".equals(text(cve, "vulnStatus"))) {
        return;
      }
      for (JsonNode configuration : cve.path("configurations")) {
        boolean joined =
            "AND".equals(text(configuration, "operator")) || configuration.path("nodes").size() > 1;
        for (JsonNode node : configuration.path("nodes")) {
          for (JsonNode match : node.path("cpeMatch")) {
            if (flag(match, "vulnerable")) {
              match(cve, match, joined || flag(node, "negate"));
            }
          }
        }
      }
    }

    private void match(JsonNode cve, JsonNode match, boolean joined) {
      String criteria = text(match, "criteria");
      String product = KnownComponent.product(criteria);
      for (KnownComponent part : matches.parts()) {
        if (!product.isEmpty() && part.product().equals(product)) {
          AffectedStatus answer =
              part.version().contains("-")
                  ? AffectedStatus.UNKNOWN
                  : range(match, criteria).holds(part.version(), VersionScheme.NUMBERS);
          boolean depends = joined && answer == AffectedStatus.AFFECTED;
          matches.answer(
              depends ? AffectedStatus.UNKNOWN : answer,
              new Vulnerability(
                  text(cve, "id"),
                  part.name(),
                  part.version(),
                  severity(cve),
                  List.of(text(match, "versionEndExcluding")),
                  "NVD",
                  ""),
              depends
                  ? "it depends on what else is in the product"
                  : "the versions cannot be ordered");
        }
      }
    }

    private static Range range(JsonNode match, String criteria) {
      String[] parts = criteria.split("(?<!\\\\):");
      String exact = parts.length > 5 ? parts[5].replace("\\", "") : "*";
      if (!"*".equals(exact) && !"-".equals(exact)) {
        return new Range(exact, true, exact, true);
      }
      String from = text(match, "versionStartIncluding");
      String after = text(match, "versionStartExcluding");
      String until = text(match, "versionEndIncluding");
      String before = text(match, "versionEndExcluding");
      return new Range(
          from.isEmpty() ? after : from,
          !from.isEmpty(),
          until.isEmpty() ? before : until,
          !until.isEmpty());
    }

    private static String severity(JsonNode cve) {
      for (String metric : List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30")) {
        String severity =
            text(cve.path("metrics").path(metric).path(0), "cvssData", "baseSeverity");
        if (!severity.isEmpty()) {
          return severity;
        }
      }
      return text(cve.path("metrics").path("cvssMetricV2").path(0), "baseSeverity");
    }
  }
}
