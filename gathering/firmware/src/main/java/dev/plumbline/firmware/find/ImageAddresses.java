package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareAddresses;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/** Hosts of URLs in any file, and IP addresses in texts. */
final class ImageAddresses implements Finder {

  private static final BoundedPattern URL =
      BoundedPattern.compile(
          "(?<![A-Za-z])(https?|ftps?|tftp|mqtts?|rtsps?|coaps?|wss?|ntp|ssh|telnet|stuns?|amqps?)://"
              + "(?:[^\\s/@\"'<>]{0,80}@)?"
              + "((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\\.){1,8}[A-Za-z0-9-]{2,24}|\\[[0-9A-Fa-f:]{3,39}\\])"
              + "(:\\d{1,5})?");
  private static final BoundedPattern IP =
      BoundedPattern.compile(
          "(?<![\\d.\\w-])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.\\w-])");
  private static final int MOST = 20_000;

  private final Kept<FirmwareAddresses.Address> rows = new Kept<>();
  private final Set<String> seen = new HashSet<>();

  @Override
  public void window(Leaf leaf, Window window) {
    if (window.text().contains("://")) {
      Matcher m = URL.matcher(window.text());
      while (m.find()) {
        if (window.owns(m.start())) {
          String port = m.group(3) == null ? "" : m.group(3).substring(1);
          add(m.group(2).toLowerCase(Locale.ROOT), m.group(1), port, leaf, window.line(m.start()));
        }
      }
    }
    if (window.isText()) {
      Matcher m = IP.matcher(window.text());
      while (m.find()) {
        if (window.owns(m.start()) && isHost(m)) {
          add(m.group(), "ip", "", leaf, window.line(m.start()));
        }
      }
    }
  }

  /** Leaves out loopback, network masks, multicast and what is no address at all. */
  private static boolean isHost(Matcher m) {
    for (int i = 1; i <= 4; i++) {
      if (Integer.parseInt(m.group(i)) > 255) {
        return false;
      }
    }
    int first = Integer.parseInt(m.group(1));
    return first != 0 && first != 127 && first < 224;
  }

  /** Each once, at the first place where it stands. */
  private void add(String host, String scheme, String port, Leaf leaf, long line) {
    if (seen.size() < MOST && seen.add(scheme + " " + host + " " + port)) {
      rows.add(
          new FirmwareAddresses.Address(
              Printable.text(host),
              scheme,
              Printable.some(port),
              Printable.text(leaf.place()),
              Printable.some(line)));
    }
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    reading.seen(
        "DUT",
        new FirmwareAddresses(
            rows.all(),
            rows.count(),
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }
}
