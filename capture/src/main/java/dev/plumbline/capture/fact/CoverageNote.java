package dev.plumbline.capture.fact;

import dev.plumbline.capture.file.CaptureEnd;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Device;
import dev.plumbline.capture.flow.Flows;
import dev.plumbline.capture.net.Decoder;
import dev.plumbline.capture.net.Tally;
import dev.plumbline.capture.say.Notes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a capture covers and what it may lack, for the coverage of its observations. */
record CoverageNote(
    CaptureEnd end,
    Decoder decoder,
    Flows flows,
    Device device,
    Ledger ledger,
    Notes notes,
    Budget budget) {

  /** All there is to say. */
  Map<String, Object> full() {
    Tally tally = decoder.tally();
    Map<String, Object> map = brief();
    map.put("format", end.format());
    map.put("frames", tally.frames());
    map.put("packets", flows.packets());
    map.put("othersPackets", flows.otherPackets());
    map.put("truncated", tally.cut());
    end.dropped().ifPresent(d -> map.put("dropped", d));
    map.put("interfaces", end.interfaces());
    map.put("filters", end.filters());
    map.put("addresses", device.addresses().stream().map(String::valueOf).sorted().toList());
    return map;
  }

  /** Time, and what may be missing. */
  Map<String, Object> brief() {
    Tally tally = decoder.tally();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("from", Times.instant(tally.first()));
    map.put("until", Times.instant(tally.last()));
    map.put("whole", end.whole());
    map.put("gaps", gaps());
    return map;
  }

  private List<String> gaps() {
    Tally tally = decoder.tally();
    List<String> gaps = new ArrayList<>();
    if (!end.whole()) {
      gaps.add("the end of the capture is missing: " + end.missing());
    }
    count(gaps, end.dropped().orElse(0), "frames were missed by the capturing program");
    count(gaps, tally.cut(), "frames were captured without their end");
    count(gaps, tally.malformed() + flows.malformed(), "frames contradict themselves");
    count(gaps, tally.encrypted(), "radio frames are encrypted");
    tally.unread().forEach((link, n) -> gaps.add(n + " frames of " + link + " were not read"));
    count(gaps, decoder.fragmentsLost(), "fragmented datagrams could not be put together");
    count(gaps, flows.evicted(), "flows were closed early for want of room");
    count(gaps, budget.refused(), "times there was no room to put bytes in order");
    count(gaps, ledger.rowsNotKept(), "flows found no room in the list");
    count(gaps, ledger.attemptsNotKept(), "connection attempts found no room in the list");
    count(gaps, notes.notKept(), "facts found no room in the lists");
    return gaps;
  }

  private static void count(List<String> gaps, long count, String what) {
    if (count > 0) {
      gaps.add(count + " " + what);
    }
  }
}
