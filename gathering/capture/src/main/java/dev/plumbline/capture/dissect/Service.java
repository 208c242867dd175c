package dev.plumbline.capture.dissect;

import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.net.Address;
import dev.plumbline.dossier.Endpoint;

/**
 * Who was called, and by whom.
 *
 * @param transport {@code tcp}, {@code udp}, or {@code ip} for all without ports
 * @param port 0 where the protocol has no ports
 * @param deviceCalls whether the device is the caller
 */
public record Service(String transport, Address address, int port, boolean deviceCalls) {
  public static Service of(Flow flow) {
    String transport = flow.servicePort() > 0 ? flow.transport() : "ip";
    return new Service(transport, flow.server(), flow.servicePort(), flow.byDevice());
  }

  /** As the subject of observations. */
  public String subject() {
    return port > 0
        ? new Endpoint(transport, address.toString(), port).toString()
        : "address/" + address;
  }
}
