package dev.plumbline.testbed;

import java.io.IOException;

/**
 * A device and its manufacturer's pages, both running at the addresses that the dossier in {@code
 * examples/} names.
 */
public record Stage(SimulatedDevice device, VendorSite vendor) implements AutoCloseable {
  /** Starts both; nothing is left running when one of them cannot start. */
  public static Stage open(DeviceSpec spec) throws IOException {
    SimulatedDevice device = SimulatedDevice.start(spec);
    try {
      return new Stage(device, VendorSite.start(spec));
    } catch (IOException | RuntimeException e) {
      device.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      vendor.close();
    } finally {
      device.close();
    }
  }
}
