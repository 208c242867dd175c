package dev.plumbline.capture.fact;

import dev.plumbline.capture.dissect.TrafficNotes;
import dev.plumbline.capture.file.CaptureEnd;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Device;
import dev.plumbline.capture.flow.Flows;
import dev.plumbline.capture.net.Decoder;
import dev.plumbline.capture.net.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a capture covers and what it may lack, for the coverage of its observations. */
record CoverageNote(
    CaptureEnd end,
    Decoder decoder,
    Flows flows,
    Device device,
    FlowTotals totals,
    TrafficNotes notes,
    Budget budget) {

  /** Time of the first frame. */
  Optional<String> from() {
    return Optional.of(FlowTimes.instant(decoder.tally().first()));
  }

  /** Time of the last frame. */
  Optional<String> until() {
    return Optional.of(FlowTimes.instant(decoder.tally().last()));
  }

  /** Whether nothing is known to be missing: its end, the beginning of connections, bytes. */
  boolean whole() {
    return end.whole() && flows.losses().none();
  }

  /** Addresses of the device. */
  List<String> addresses() {
    return device.addresses().stream().map(String::valueOf).sorted().toList();
  }

  /** What may be missing. */
  List<String> gaps() {
    Tally tally = decoder.tally();
    List<String> gaps = new ArrayList<>();
    if (!end.whole()) {
      gaps.add("the end of the capture is missing: " + end.missing());
    }
    count(gaps, end.dropped().orElse(0), "frames were missed by the capturing program");
    count(gaps, flows.losses().begun(), "connections were open before the capture began");
    count(gaps, flows.losses().gaps(), "times bytes of a connection are missing");
    count(gaps, tally.cut(), "frames were captured without their end");
    count(gaps, tally.malformed() + flows.malformed(), "frames contradict themselves");
    count(gaps, tally.encrypted(), "radio frames are encrypted");
    tally.unread().forEach((link, n) -> gaps.add(n + " frames of " + link + " were not read"));
    count(gaps, decoder.fragmentsLost(), "fragmented datagrams could not be put together");
    count(gaps, flows.evicted(), "flows were closed early for want of room");
    count(gaps, budget.refused(), "times there was no room to put bytes in order");
    count(gaps, totals.rowsNotKept(), "flows found no room in the list");
    count(gaps, totals.attemptsNotKept(), "connection attempts found no room in the list");
    count(gaps, notes.notKept(), "facts found no room in the lists");
    return gaps;
  }

  private static void count(List<String> gaps, long count, String what) {
    if (count > 0) {
      gaps.add(count + " " + what);
    }
  }
}
