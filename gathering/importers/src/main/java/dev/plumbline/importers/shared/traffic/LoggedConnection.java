package dev.plumbline.importers.shared.traffic;

import dev.plumbline.importing.AddressForms;

/**
 * One connection, as a log tells it.
 *
 * @param transport {@code tcp} or {@code udp}
 * @param opener address that opened it
 * @param called address that was called
 * @param port that was called
 * @param protocol spoken; empty when the log does not tell
 * @param openerKnown whether the log shows who opened it; else it is guessed
 * @param bytesFromOpener bytes of IP packets
 * @param first when it began, in ISO 8601; empty when the log does not tell
 */
public record LoggedConnection(
    String transport,
    String opener,
    String called,
    long port,
    String protocol,
    boolean openerKnown,
    long bytesFromOpener,
    long bytesFromCalled,
    String first) {
  public LoggedConnection {
    opener = AddressForms.canonical(opener);
    called = AddressForms.canonical(called);
  }

  String subject() {
    return subject(transport, called, port);
  }

  static String subject(String transport, String address, long port) {
    if (port == 0 || !(transport.equals("tcp") || transport.equals("udp"))) {
      return "address/" + address;
    }
    String shown = address.contains(":") ? "[" + address + "]" : address;
    return transport + "/" + shown + "/" + port;
  }
}
