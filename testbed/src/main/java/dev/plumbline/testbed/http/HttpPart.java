package dev.plumbline.testbed.http;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.TcpServer;
import dev.plumbline.testbed.settings.Settings;
import dev.plumbline.testbed.tls.TlsEnvelope;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A web interface, over TLS when the settings have a {@code tls} mapping. Further settings: {@code
 * headers}, {@code redirectTo} (port of the secure interface; 0: no redirect), {@code guard},
 * {@code login}, {@code pages}, {@code faults}, {@code control} (the app's interface is there).
 */
public final class HttpPart implements Part {
  private final TcpServer server;

  private HttpPart(TcpServer server) {
    this.server = server;
  }

  /** Starts the interface. */
  public static HttpPart start(PartContext part) throws IOException {
    WebSite site = new WebSite(part);
    Faults faults = new Faults(part.settings().child("faults"));
    Conversation conversation = (in, out) -> serve(part, site, faults, in, out);
    if (part.settings().has("tls")) {
      conversation = TlsEnvelope.of(part).around(conversation);
    }
    return new HttpPart(TcpServer.start(part.address(), part.port(), conversation, part.silence()));
  }

  private static void serve(
      PartContext part, WebSite site, Faults faults, InputStream raw, OutputStream out)
      throws IOException {
    InputStream in = new BufferedInputStream(raw);
    boolean goesOn = true;
    while (goesOn) {
      Optional<HttpRequest> next;
      try {
        next = HttpRequest.read(in);
      } catch (java.net.SocketException | java.net.SocketTimeoutException e) {
        return;
      } catch (IOException e) {
        HttpResponse.html(400, "Bad Request", "").write(out, false, true);
        return;
      }
      if (next.isEmpty()) {
        return;
      }
      HttpRequest request = next.get();
      Optional<Settings> socket = site.socket(request);
      if (socket.isPresent()) {
        SocketPage.talk(socket.get(), part, request, in, out);
        return;
      }
      goesOn = !request.closes();
      Optional<HttpResponse> fault = faults.answer(request);
      HttpResponse answer = fault.isPresent() ? fault.get() : site.answer(request);
      answer.write(out, request.method().equals("HEAD"), !goesOn);
    }
  }

  @Override
  public InetSocketAddress endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
