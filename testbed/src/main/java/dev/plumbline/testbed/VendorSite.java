package dev.plumbline.testbed;

import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.Silence;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The manufacturer's public pages: disclosure policy, support period, privacy, manual. */
public final class VendorSite implements AutoCloseable {
  private static final int DAYS = 180;

  private final Part part;

  private VendorSite(Part part) {
    this.part = part;
  }

  /** Starts the pages on the address that the device's dossier names. */
  public static VendorSite start(DeviceSpec spec) throws IOException {
    return start(spec, InetAddress.getByName(spec.vendorAddress()));
  }

  /** Starts the pages on another loopback address. A mute device has mute pages. */
  public static VendorSite start(DeviceSpec spec, InetAddress address) throws IOException {
    return start(spec, address, InstantSource.system());
  }

  /** Starts the pages with another clock, which the dates in security.txt go by. */
  public static VendorSite start(DeviceSpec spec, InetAddress address, InstantSource clock)
      throws IOException {
    Settings whole = spec.effective();
    int port = port(whole.child("vendor").number("port", 0), address);
    Settings settings = whole.child("vendor").with(Settings.of(Map.of("port", port)));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Settings facts =
        whole
            .child("facts")
            .with(
                Settings.of(
                    Map.of(
                        "inHalfAYear",
                        now.plus(Duration.ofDays(DAYS)).toString(),
                        "aYearAgo",
                        now.minus(Duration.ofDays(2 * DAYS)).toString(),
                        "vendorHost",
                        address.getHostAddress() + ":" + port)));
    Silence silence = spec.silence();
    return new VendorSite(
        PartKinds.start(
            new PartContext(
                "vendor", settings, whole.child("accounts"), facts, address, silence, clock)));
  }

  /** The pages name their own port, so it has to be known before they start. */
  private static int port(int wanted, InetAddress address) throws IOException {
    if (wanted > 0) {
      return wanted;
    }
    try (ServerSocket free = new ServerSocket(0, 1, address)) {
      return free.getLocalPort();
    }
  }

  public InetSocketAddress endpoint() {
    return part.endpoint();
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
