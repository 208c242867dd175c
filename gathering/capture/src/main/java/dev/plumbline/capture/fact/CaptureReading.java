package dev.plumbline.capture.fact;

import dev.plumbline.capture.dissect.FlowReaders;
import dev.plumbline.capture.dissect.Markers;
import dev.plumbline.capture.dissect.TrafficNotes;
import dev.plumbline.capture.file.CaptureEnd;
import dev.plumbline.capture.file.CaptureFile;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Device;
import dev.plumbline.capture.flow.Flows;
import dev.plumbline.capture.net.Decoder;
import dev.plumbline.capture.net.Tally;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Reads one capture and tells what it shows of the device. */
public final class CaptureReading {
  /** Bytes that all flows together may hold back, about a fifth of a small heap. */
  private static final long HELD_BACK = 24L << 20;

  private final Reading reading;
  private final Device device;
  private final TrafficNotes notes = new TrafficNotes();
  private final Budget budget = new Budget(HELD_BACK);
  private final FlowTotals totals;
  private final Flows flows;
  private final Decoder decoder;

  public CaptureReading(Reading reading) {
    this.reading = reading;
    this.device = Device.of(reading.product());
    this.totals = new FlowTotals(new FlowReaders(notes, Markers.of(reading.product()), budget));
    this.flows = new Flows(device, totals, budget);
    this.decoder = new Decoder(flows);
  }

  /**
   * Reads to the end and tells all facts.
   *
   * @throws MalformedImportException if it is no capture, or nothing of it can be read
   */
  public void read(InputStream in) throws IOException, MalformedImportException {
    CaptureEnd end = CaptureFile.read(in, decoder);
    flows.end();
    long first = decoder.tally().first();
    Optional<Instant> at =
        first == 0 ? Optional.empty() : Optional.of(Instant.parse(FlowTimes.instant(first)));
    reading.ran(new ToolRun(end.application(), "", String.join(" or ", end.filters()), at));
    if (!end.whole()) {
      reading.leftOut("the end of the capture, as " + end.missing() + ".", 0);
    }
    Tally tally = decoder.tally();
    if (tally.frames() > 0 && tally.carried() == 0) {
      throw new MalformedImportException(
          ImportRefusal.UNSUPPORTED,
          "none of its " + tally.frames() + " frames can be read" + LinkNames.of(tally));
    }
    tally
        .unread()
        .forEach((link, n) -> reading.leftOut(n + " frames of " + LinkNames.of(link) + ".", 0));
    if (flows.packets() == 0) {
      // Says whose packets these are, if there are any.
      flows.others().forEach(reading::ofDevice);
      return;
    }
    CoverageNote coverage = new CoverageNote(end, decoder, flows, device, totals, notes, budget);
    new FlowFacts(totals, notes, coverage).tell(reading);
    new SpokenFacts(totals, notes, coverage).tell(reading);
  }
}
