package dev.plumbline.importers.shared.findings;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.network.ScanFindings;
import java.util.Optional;

/**
 * The findings of one file, in bounded memory. Findings that are not of the device are left out,
 * and nothing is recorded before the file was read to its end.
 */
public final class ScanReport {
  /** The device's software as a whole. */
  public static final String DUT = "DUT";

  private final Reading reading;
  private final EndpointFindings findings = new EndpointFindings();
  private final EndpointFindings ofTarget = new EndpointFindings();
  private Tried tried = Tried.UNTOLD;
  private ToolRun run = ToolRun.UNTOLD;
  private Optional<String> unfinished = Optional.empty();
  private Optional<String> ifNothing = Optional.empty();
  private long lost;

  ScanReport(Reading reading) {
    this.reading = reading;
  }

  /** Whether an address or a host name is the device's. Results of others are left out. */
  public boolean ofDevice(String target) {
    return reading.ofDevice(target);
  }

  /** The endpoint of a URL, where that is the device's. */
  public Optional<String> endpoint(String url) {
    return Scopes.ofUrl(reading, url);
  }

  /** Records that a part of the file was left out. */
  public void leftOut(String what, int line) {
    reading.leftOut(what, line);
  }

  /** The tool looked at this part of the device, whether it found something or not. */
  public void looked(String subject) {
    findings.looked(subject);
  }

  /** The tool found this in that part of the device. */
  public void add(String subject, ScannerFinding finding) {
    findings.add(subject, finding);
  }

  /** The tool found this at its one target, which the file may name later. */
  public void addAtTarget(ScannerFinding finding) {
    ofTarget.add("", finding);
  }

  /** The one target of the tool. */
  public void target(String url) {
    endpoint(url)
        .ifPresent(
            subject -> {
              findings.looked(subject);
              findings.addAll(subject, ofTarget);
            });
  }

  /** So many findings were read and not kept. */
  void lost(long number) {
    lost += number;
  }

  /** What the tool says that it tried. */
  public void tried(Tried what) {
    tried = what;
  }

  /** How the tool ran. */
  public void ran(ToolRun how) {
    run = how;
  }

  /** The tool did not come to its end: that it found nothing somewhere is not an answer. */
  public void unfinished(String reason) {
    unfinished = Optional.of(reason);
  }

  /** Without a finding the file is not an answer, for this reason. */
  public void ifNothing(String reason) {
    ifNothing = Optional.of(reason);
  }

  /**
   * The tool looked at files of the device's software. That it found nothing is not an answer: such
   * files do not say which rules were tried on what.
   *
   * @param scope of what was found, in words
   */
  public void ofFiles(String scope) {
    tried = Tried.UNTOLD.scope(scope);
    ifNothing("nothing was found, and the file does not say what was looked for");
  }

  /** Whether the file names neither a finding nor a part of the device that was looked at. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  void record() {
    HeldFacts facts = new HeldFacts();
    facts.lost(lost);
    if (findings.isEmpty()) {
      ifNothing.ifPresent(reason -> facts.undetermined(ScanFindings.class, DUT, reason));
    }
    unfinished.ifPresentOrElse(
        reason -> findings.tellUnfinished(facts, tried, reason), () -> findings.tell(facts, tried));
    facts.tell(reading);
    reading.ran(run);
  }
}
