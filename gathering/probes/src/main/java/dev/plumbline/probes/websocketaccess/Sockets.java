package dev.plumbline.probes.websocketaccess;

import dev.plumbline.client.data.JsonObjects;
import dev.plumbline.client.data.TellingJson;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.websocketaccess.WebSocketHandshake.Reply;
import dev.plumbline.probes.websocketaccess.WebSocketHandshake.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The WebSockets of one server. */
final class Sockets {
  private static final String FOREIGN = "https://elsewhere.invalid";
  private static final int MOST_SILENT_IN_A_ROW = 3;

  private final WebSocketHandshake handshake;
  private final List<String> commands;
  private final Predicate<String> telling;
  private final List<WebsocketAccess.Socket> endpoints = new ArrayList<>();
  private final List<WebsocketAccess.Open> open = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<Wire> wire = Optional.empty();
  private int tried;
  private int silent;

  /**
   * @param commands messages that only read, said at each socket that opens
   * @param telling whether a message gives something away
   */
  Sockets(WebSocketHandshake handshake, List<String> commands, Predicate<String> telling) {
    this.handshake = handshake;
    this.commands = List.copyOf(commands);
    this.telling = telling;
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
        Result result = handshake.ask(path, handshake.origin(), true);
        String origin = handshake.origin();
        if (result.status() == 403) {
          // It may want the page of another port; a program names none.
          origin = "";
          result = handshake.ask(path, origin, true);
        }
        note(path, result, origin);
        silent = 0;
      } catch (IOException e) {
        unanswered.add(path);
        if (++silent >= (wire.isEmpty() ? 1 : MOST_SILENT_IN_A_ROW)) {
          throw e;
        }
      }
    }
  }

  private void note(String path, Result result, String origin) throws InterruptedException {
    if (wire.isEmpty() || (result.opened() && open.isEmpty())) {
      wire = Optional.of(result.wire());
    }
    if (result.opened()) {
      result.message().ifPresent(m -> text.append(m).append('\n'));
      boolean data = result.message().filter(this::isData).isPresent();
      open.add(new WebsocketAccess.Open(path, data ? "data" : "socket"));
      if (!data) {
        say(path, origin, result);
      }
      endpoints.add(new WebsocketAccess.Socket(path, foreign(path)));
    } else if (result.status() == 401 || result.status() == 403) {
      guarded.add(path);
    } else if (result.status() < 200 || HttpResponse.saysNothing(result.status())) {
      // Switched without the proof, busy or broken: that is not "there is none".
      unanswered.add(path);
    }
  }

  /** A greeting that asks for the login is none. */
  private boolean isData(String message) {
    return JsonObjects.object(message).isEmpty()
        || !TellingJson.values(message).isEmpty()
        || telling.test(message);
  }

  private void say(String path, String origin, Result opened) throws InterruptedException {
    boolean greets = opened.message().isPresent();
    for (String command : commands) {
      try {
        Reply reply = handshake.say(path, origin, command, greets, opened.took());
        if (reply.text().filter(this::answers).isPresent()) {
          text.append(reply.text().get()).append('\n');
          open.add(new WebsocketAccess.Open(path + " to " + command, "data"));
        } else if (reply.text().isEmpty() && !reply.closed()) {
          // It may answer later, or in another way; that is not "no".
          unanswered.add(path + " to " + command);
        }
      } catch (IOException noSocket) {
        unanswered.add(path + " to " + command);
      }
    }
  }

  private boolean answers(String reply) {
    return TellingJson.values(reply).size() >= 2 || telling.test(reply);
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
