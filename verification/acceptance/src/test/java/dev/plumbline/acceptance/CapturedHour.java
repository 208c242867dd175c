package dev.plumbline.acceptance;

import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Messages;
import dev.plumbline.capture.kit.Pcap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An hour of the traffic of the example camera, with calls that nobody declared. */
final class CapturedHour {
  private static final String CAMERA = "127.88.1.1";
  private static final String RESOLVER = "192.0.2.53";
  private static final String PHONE = "192.0.2.20";

  private final Pcap file = Pcap.ethernet();
  private int port = 40_000;

  private CapturedHour() {}

  static Path write(Path to) throws IOException {
    CapturedHour hour = new CapturedHour();
    hour.names("api.example.com", "198.51.100.7");
    hour.names("stats.tracker.example", "203.0.113.9");
    hour.names("time.example.net", "198.51.100.123");
    for (int minute = 0; minute < 60; minute += 2) {
      hour.minute(minute);
    }
    return Files.write(to, hour.file.done());
  }

  private void names(String name, String address) {
    int id = port++;
    file.ip(
        Ip.udp(CAMERA, id, RESOLVER, 53, Messages.dnsQuestion(id, name)),
        Ip.udp(RESOLVER, 53, CAMERA, id, Messages.dnsAnswer(id, name, address)));
  }

  private void minute(int minute) {
    Connection cloud = calls("198.51.100.7", 443).client(Messages.clientHello("api.example.com"));
    cloud.server(Messages.serverHello());
    for (int i = 0; i < 2 + minute % 7; i++) {
      cloud.client(Messages.encrypted(1_200)).server(Messages.encrypted(300));
    }
    file.ip(cloud.close().packets());
    if (minute % 10 == 0) {
      file.ip(
          calls("203.0.113.9", 80)
              .client("POST /beacon HTTP/1.1\r\nHost: stats.tracker.example\r\n")
              .client("Authorization: Basic Y2FtZXJhOmh1bnRlcjI=\r\nContent-Length: 0\r\n\r\n")
              .server("HTTP/1.1 204 No Content\r\n\r\n")
              .close()
              .packets());
    }
    if (minute > 20 && minute < 30) {
      file.ip(new Connection(CAMERA, port++, "203.0.113.77", 8883).refused().packets());
    }
    if (minute > 30 && minute < 44) {
      Connection web = new Connection(PHONE, port++, CAMERA, 8443).open();
      web.client(Messages.clientHello("camera.local")).server(Messages.serverHello());
      for (int i = 0; i < 40; i++) {
        web.server(Messages.encrypted(1_300));
      }
      file.ip(web.close().packets());
    }
    if (minute == 50) {
      file.ip(
          calls("198.51.100.8", 1883)
              .client(Messages.mqttConnect("cam", "camera", "hunter2"))
              .close()
              .packets());
    }
    file.ip(Ip.udp(CAMERA, 5_353, "224.0.0.251", 5_353, Messages.dnsQuestion(0, "camera.local")));
    file.after(119_000);
  }

  private Connection calls(String server, int at) {
    return new Connection(CAMERA, port++, server, at).open();
  }
}
