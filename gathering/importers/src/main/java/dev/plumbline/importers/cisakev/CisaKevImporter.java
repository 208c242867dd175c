package dev.plumbline.importers.cisakev;

import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.software.VulnerabilityKnownExploited;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the catalogue of known exploited vulnerabilities. */
public final class CisaKevImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(CisaKevImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/catalogVersion", "/dateReleased", "/count", "/vulnerabilities");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Catalogue catalogue = new Catalogue();
    JsonInput.read(
        in,
        Map.of(
            "/catalogVersion", (part, line) -> catalogue.version = text(part),
            "/dateReleased", (part, line) -> catalogue.released = text(part),
            "/count", (part, line) -> catalogue.declared = number(part).orElse(-1),
            "/vulnerabilities/*", (part, line) -> catalogue.entry(part)));
    if (catalogue.released.isEmpty() || catalogue.declared != catalogue.read) {
      throw new MalformedImportException(
          ImportRefusal.CUT_OFF,
          "it holds " + catalogue.read + " of " + catalogue.declared + " entries");
    }
    reading.ran(new ToolRun(catalogue.version, "", "", moment(catalogue.released)));
    reading.seen(
        "DUT",
        new VulnerabilityKnownExploited(
            catalogue.entries.all(),
            catalogue.entries.count(),
            Texts.some("CISA KEV " + catalogue.version),
            Texts.some(catalogue.released),
            catalogue.entries.complete()));
  }

  private static final class Catalogue {
    private final Kept<VulnerabilityKnownExploited.Entry> entries = new Kept<>();
    private String version = "";
    private String released = "";
    private long declared = -1;
    private long read;

    void entry(JsonNode part) {
      read++;
      entries.add(
          new VulnerabilityKnownExploited.Entry(
              Texts.cut(text(part, "cveID")),
              Texts.some(text(part, "vendorProject") + " " + text(part, "product")),
              Texts.some(text(part, "dateAdded")),
              Optional.of("Known".equals(text(part, "knownRansomwareCampaignUse")))));
    }
  }
}
