package dev.plumbline.workbench.phone;

import dev.plumbline.workbench.tls.ServerCertificate;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.function.Consumer;

/** Opens a server of its own over TLS on one address of this machine, at any port that is free. */
@FunctionalInterface
public interface PhoneListener {
  /**
   * Opens it.
   *
   * @param routes what it serves
   * @throws IOException if the address cannot be had
   */
  Javalin open(InetAddress address, ServerCertificate certificate, Consumer<JavalinConfig> routes)
      throws IOException;

  /** The certificate for an address of this machine. */
  @FunctionalInterface
  interface Certificates {
    /**
     * The one that names it, else one that is made for it.
     *
     * @throws IOException if none can be made or kept
     */
    ServerCertificate of(InetAddress address, Instant now) throws IOException;
  }
}
