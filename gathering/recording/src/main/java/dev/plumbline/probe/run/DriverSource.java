package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Gives a probe the driver of the device, bound to what that probe may do. */
public interface DriverSource {
  DeviceDriver within(Ground ground);

  /** What a driver may touch. */
  interface Ground {
    Product product();

    Clock clock();

    /**
     * Opens a TCP connection to the device, or to test equipment that product.yaml lists.
     *
     * @throws dev.plumbline.probe.OutOfScopeException if product.yaml allows neither
     */
    Wire connect(Endpoint endpoint, Duration timeout) throws IOException, InterruptedException;

    /** Waits. */
    void rest(Duration time) throws InterruptedException;

    /** Writes a line into the probe's record, without secrets. */
    void note(String line);

    /** Marks a text as secret, so that no record stores it. */
    void redact(String secret);

    /** Text for the person who waits. */
    void progress(String text);
  }
}
