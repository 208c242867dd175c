package dev.plumbline.benchmarks;

import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Messages;
import dev.plumbline.capture.kit.Pcap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A capture of a talkative device: names that it asks for, and calls over TLS and HTTP. */
final class CaptureFile {
  private static final int FILE_HEADER = 24;
  private static final String DEVICE = DossierCopy.ADDRESS;
  private static final String RESOLVER = "192.0.2.53";
  private static final int SERVERS = 120;
  private static final int RECORD = 1_380;

  private CaptureFile() {}

  /** Writes whole conversations until the file has that size in bytes. */
  static void write(Path to, long size) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 20)) {
      byte[] empty = Pcap.ethernet().done();
      out.write(empty);
      long written = empty.length;
      for (long n = 0; written < size; n++) {
        byte[] bytes = conversation((int) n).done();
        out.write(bytes, FILE_HEADER, bytes.length - FILE_HEADER);
        written += bytes.length - FILE_HEADER;
      }
    }
  }

  private static Pcap conversation(int n) {
    int server = n % SERVERS;
    String name = "server-" + server + ".example.net";
    String address = "203.0.113." + (1 + server);
    int port = 40_000 + n % 20_000;
    Pcap file =
        Pcap.ethernet()
            .after(n * 1_500L)
            .ip(
                Ip.udp(DEVICE, port, RESOLVER, 53, Messages.dnsQuestion(n & 0xFFFF, name)),
                Ip.udp(RESOLVER, 53, DEVICE, port, Messages.dnsAnswer(n & 0xFFFF, name, address)));
    return file.ip(server % 5 == 0 ? http(port, address, name, n) : tls(port, address, name, n));
  }

  private static byte[][] tls(int port, String address, String name, int n) {
    Connection c = new Connection(DEVICE, port, address, 443).open();
    c.client(Messages.clientHello(name)).server(Messages.serverHello());
    for (int i = 0; i < 20 + n % 200; i++) {
      if (i % 3 == 0) {
        c.server(Messages.encrypted(RECORD));
      } else {
        c.client(Messages.encrypted(RECORD));
      }
    }
    return c.close().packets();
  }

  private static byte[][] http(int port, String address, String name, int n) {
    Connection c = new Connection(DEVICE, port, address, 80).open();
    c.client("GET /status/" + n % 40 + " HTTP/1.1\r\nHost: " + name + "\r\n\r\n");
    c.server("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 27600\r\n\r\n");
    String text = "the state of the device is good\n".repeat(RECORD / 32 + 1).substring(0, RECORD);
    for (int i = 0; i < 20; i++) {
      c.server(text);
    }
    return c.close().packets();
  }
}
