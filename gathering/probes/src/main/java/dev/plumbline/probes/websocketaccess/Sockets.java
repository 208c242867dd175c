package dev.plumbline.probes.websocketaccess;

import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.websocketaccess.Handshake.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The WebSockets of one server. */
final class Sockets {
  private static final String FOREIGN = "https://elsewhere.invalid";
  private static final int MOST_SILENT_IN_A_ROW = 3;

  private final Handshake handshake;
  private final List<WebsocketAccess.Socket> endpoints = new ArrayList<>();
  private final List<WebsocketAccess.Open> open = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<Wire> wire = Optional.empty();
  private int tried;
  private int silent;

  Sockets(Handshake handshake) {
    this.handshake = handshake;
  }

  /**
   * Asks each path.
   *
   * @throws IOException if the server stops answering
   */
  void ask(List<String> paths) throws IOException, InterruptedException {
    for (String path : paths) {
      tried++;
      try {
        note(path, handshake.ask(path, handshake.origin(), true));
        silent = 0;
      } catch (IOException e) {
        unanswered.add(path);
        if (++silent >= (wire.isEmpty() ? 1 : MOST_SILENT_IN_A_ROW)) {
          throw e;
        }
      }
    }
  }

  private void note(String path, Result result) throws InterruptedException {
    if (wire.isEmpty() || (result.opened() && open.isEmpty())) {
      wire = Optional.of(result.wire());
    }
    if (result.opened()) {
      result.message().ifPresent(m -> text.append(m).append('\n'));
      open.add(new WebsocketAccess.Open(path, result.message().isPresent() ? "data" : "socket"));
      endpoints.add(new WebsocketAccess.Socket(path, foreign(path)));
    } else if (result.status() == 401 || result.status() == 403) {
      guarded.add(path);
    } else if (result.status() < 200 || HttpResponse.saysNothing(result.status())) {
      // Switched without the proof, busy or broken: that is not "there is none".
      unanswered.add(path);
    }
  }

  /** Whether it opens to a page of another site, which a browser would tell in its request. */
  private String foreign(String path) throws InterruptedException {
    try {
      Result result = handshake.ask(path, FOREIGN, false);
      if ((result.status() < 200 && !result.opened())
          || HttpResponse.saysNothing(result.status())) {
        return "unanswered";
      }
      return result.opened() ? "accepted" : "refused";
    } catch (IOException e) {
      return "unanswered";
    }
  }

  String text() {
    return text.toString();
  }

  Optional<Wire> wire() {
    return wire;
  }

  WebsocketAccess fact() {
    return new WebsocketAccess(endpoints, open, guarded, tried, unanswered);
  }
}
