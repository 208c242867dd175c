package dev.plumbline.importers.shared.findings;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.network.ScanFindings;

/**
 * Findings in files, which are of the device's software as a whole. None of them is no answer: such
 * files do not say which rules were tried on what.
 */
public final class FileFindings {
  private static final String DUT = "DUT";

  private final EndpointFindings findings = new EndpointFindings();

  public void add(Finding finding) {
    findings.add(DUT, finding);
  }

  /** Tells what was found. */
  public void tell(Reading reading, Tried tried) {
    HeldFacts facts = new HeldFacts();
    if (findings.isEmpty()) {
      facts.undetermined(
          ScanFindings.class,
          DUT,
          "nothing was found, and the file does not say what was looked for");
    } else {
      findings.tell(facts, tried);
    }
    facts.tell(reading);
  }
}
