package dev.plumbline.capture.fact;

import dev.plumbline.capture.net.Tally;
import java.util.List;
import java.util.Map;

/** Names of kinds of link, for people. Numbers: tcpdump.org/linktypes.html. */
final class LinkNames {
  private static final String BLUETOOTH = "Bluetooth HCI";
  private static final String LOW_ENERGY = "Bluetooth Low Energy";
  private static final String MESH = "IEEE 802.15.4";
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("9", "PPP"),
          Map.entry("50", "PPP"),
          Map.entry("119", "802.11 with a Prism header"),
          Map.entry("163", "802.11 with an AVS header"),
          Map.entry("187", BLUETOOTH),
          Map.entry("189", "USB"),
          Map.entry("192", "Per-Packet Information"),
          Map.entry("195", MESH),
          Map.entry("201", BLUETOOTH),
          Map.entry("215", MESH),
          Map.entry("220", "USB"),
          Map.entry("227", "CAN"),
          Map.entry("230", MESH),
          Map.entry("249", "USB"),
          Map.entry("251", LOW_ENERGY),
          Map.entry("253", "Netlink"),
          Map.entry("256", LOW_ENERGY),
          Map.entry("272", LOW_ENERGY),
          Map.entry("283", MESH));

  private LinkNames() {}

  /** A kind of link that is not read, such as {@code link type 195}. */
  static String of(String link) {
    String name = NAMES.getOrDefault(link.substring(link.lastIndexOf(' ') + 1), "");
    return link + (name.isEmpty() ? "" : " (" + name + ")") + ", which is not read";
  }

  /** Why nothing could be read of a capture, as the end of a sentence. */
  static String of(Tally tally) {
    List<String> kinds = tally.unread().keySet().stream().sorted().map(LinkNames::of).toList();
    String radio = tally.encrypted() > 0 ? "radio frames are encrypted" : "";
    String all = String.join("; ", kinds);
    String why = all.isEmpty() || radio.isEmpty() ? all + radio : all + "; " + radio;
    return why.isEmpty() ? "" : ": " + why;
  }
}
