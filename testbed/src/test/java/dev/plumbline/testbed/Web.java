package dev.plumbline.testbed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.tls.ProtocolVersion;

/** A small HTTP client for tests. */
record Web(InetSocketAddress endpoint, boolean tls) {
  private static final int[] SUITES = {
    Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
    Tls.suite("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
  };

  /** A response; header names in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {
    Answer {
      headers = Map.copyOf(headers);
    }
  }

  Answer get(String path) throws IOException {
    return send("GET", path, Map.of(), "");
  }

  Answer login(String path, String user, String password) throws IOException {
    return send(
        "POST",
        path,
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        "username=" + user + "&password=" + password);
  }

  Answer send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    StringBuilder request =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: device\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    try (Socket socket = Talk.open(endpoint)) {
      if (!tls) {
        return exchange(socket.getInputStream(), socket.getOutputStream(), request.toString());
      }
      Tls.Connection connection =
          Tls.connect(socket, ProtocolVersion.TLSv12, SUITES)
              .orElseThrow(() -> new IOException("no TLS"));
      return exchange(
          connection.protocol().getInputStream(),
          connection.protocol().getOutputStream(),
          request.toString());
    }
  }

  private static Answer exchange(InputStream raw, OutputStream out, String request)
      throws IOException {
    Talk.say(out, request);
    InputStream in = new BufferedInputStream(raw);
    String head = Talk.until(in, "\r\n\r\n");
    if (head.isBlank()) {
      throw new IOException("no answer");
    }
    String[] lines = head.strip().split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] sides = lines[i].split(": ", 2);
      headers.put(sides[0].toLowerCase(Locale.ROOT), sides[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, body);
  }
}
