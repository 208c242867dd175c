package dev.plumbline.probes.updatefetch;

import dev.plumbline.client.standin.StandIn;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.updatefetch.FetchRequest.Part;
import dev.plumbline.probes.updatefetch.UpdateServerState.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The server of the device's updates, one request a call. */
final class UpdateStand {
  private static final int MOST_PATHS = 20;
  private static final int CHUNK = 16 * 1024;
  private static final int DROPS = 20;
  private static final List<String> SECRET_HEADERS =
      List.of("authorization", "cookie", "proxy-authorization", "x-api-key", "x-auth-token");

  private final ProbeContext context;
  private final UpdateService service;
  private final StandIn standIn;
  private final Set<String> elsewhere = new LinkedHashSet<>();
  private UpdateServerState face;
  private Set<String> fetched = new LinkedHashSet<>();
  private int reached;
  private boolean told;

  UpdateStand(
      ProbeContext context, UpdateService service, StandIn standIn, UpdateServerState first) {
    this.context = context;
    this.service = service;
    this.standIn = standIn;
    this.face = first;
  }

  /** From now on calls meet another face. */
  void show(UpdateServerState next) {
    face = next;
    fetched = new LinkedHashSet<>();
    reached = 0;
    told = false;
  }

  /**
   * Whether the device has what it needs to say no: a text beside the image that does not say what
   * the maker said, or all of the image that there is.
   */
  boolean offered() {
    return (face.altered() && told) || reached >= face.sent();
  }

  /** What the device fetched of this face, by path. */
  List<String> fetched() {
    return List.copyOf(fetched);
  }

  /** Paths that the device asked for and that are not served. */
  List<String> elsewhere() {
    return List.copyOf(elsewhere);
  }

  /** Answers a call. */
  void serve(Wire wire) throws IOException, InterruptedException {
    try (StandIn.Talk talk = standIn.greet(wire)) {
      FetchRequest request = FetchRequest.read(talk.in());
      SECRET_HEADERS.forEach(h -> hide(request.headers().getOrDefault(h, "")));
      answer(request, talk.out());
    } finally {
      wire.close();
    }
  }

  private void hide(String secret) {
    if (!secret.isEmpty()) {
      context.redact(secret);
    }
  }

  private void answer(FetchRequest request, OutputStream out)
      throws IOException, InterruptedException {
    List<String> texts = new ArrayList<>(face.metadata());
    for (int i = 0; i < texts.size(); i++) {
      if (matches(service.metadata().get(i).path(), request.path())) {
        byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
        head(out, request, text.length, new Part(0, text.length));
        if (!request.method().equals("HEAD")) {
          out.write(text);
          out.flush();
          fetched.add(request.path());
          told |= !texts.get(i).equals(service.metadata().get(i).released().get("newer"));
        }
        return;
      }
    }
    if (service.images().stream().anyMatch(p -> matches(p, request.path()))) {
      image(request, out);
      return;
    }
    if (elsewhere.size() < MOST_PATHS) {
      elsewhere.add(request.path());
    }
    out.write(
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void image(FetchRequest request, OutputStream out)
      throws IOException, InterruptedException {
    byte[] image = face.image();
    Part part = request.part(image.length).orElse(new Part(0, image.length));
    head(out, request, image.length, part);
    if (request.method().equals("HEAD")) {
      return;
    }
    int end = Math.min(part.to(), face.sent());
    boolean begun = service.metadata().isEmpty() || !fetched.isEmpty();
    boolean slow = face.delivery() == Delivery.SLOW;
    int chunk = slow ? Math.max(1, face.sent() / DROPS) : CHUNK;
    for (int at = part.from(); at < end; at += chunk) {
      int length = Math.min(chunk, end - at);
      out.write(image, at, length);
      out.flush();
      // A device that holds the text of the face before would refuse a pair that nobody offered.
      if (at <= reached && begun) {
        reached = Math.max(reached, at + length);
      }
      if (slow) {
        context.rest(pause());
      }
    }
    if (begun) {
      fetched.add(request.path());
    }
  }

  /** Drops for as long as an image may take to be installed, a quarter of a minute at most. */
  private Duration pause() {
    return Duration.ofMillis(Math.min(15_000, service.settle().toMillis()) / DROPS);
  }

  private static void head(OutputStream out, FetchRequest request, int length, Part part)
      throws IOException {
    boolean whole = part.from() == 0 && part.to() == length;
    String type =
        request.path().endsWith(".json") ? "application/json" : "application/octet-stream";
    out.write(
        ("HTTP/1.1 "
                + (whole ? "200 OK" : "206 Partial Content")
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + (part.to() - part.from())
                + (whole
                    ? ""
                    : "\r\nContent-Range: bytes "
                        + part.from()
                        + "-"
                        + (part.to() - 1)
                        + "/"
                        + length)
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static boolean matches(String pattern, String path) {
    String[] parts = pattern.split("\\*", -1);
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      expression.append(i == 0 ? "" : ".*").append(BoundedPattern.quote(parts[i]));
    }
    return path.matches(expression.toString());
  }
}
