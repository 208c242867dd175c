package dev.plumbline.probes.rtspaccess;

import dev.plumbline.client.login.Challenge;
import dev.plumbline.client.rtsp.RtspClient;
import dev.plumbline.client.rtsp.RtspClient.Answer;
import dev.plumbline.observation.network.RtspAccess;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a media server says of its streams. */
final class Streams {
  private static final String INVENTED = "/pl-none/track1";
  private static final int MOST_PLAYED = 3;

  /** Names of tracks that servers use; a description would tell them. */
  private static final List<String> TRACKS =
      List.of("", "/track1", "/track0", "/trackID=0", "/trackID=1", "/streamid=0", "/video");

  private final RtspClient client;
  private final List<String> open = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private final Set<String> schemes = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private List<String> methods = List.of();
  private final List<String> missing = new ArrayList<>();
  private Optional<Wire> wire = Optional.empty();

  Streams(RtspClient client) {
    this.client = client;
  }

  /**
   * Asks.
   *
   * @throws IOException if the server does not answer
   */
  void ask(List<String> paths) throws IOException, InterruptedException {
    Answer options = client.ask("OPTIONS", "*", "");
    wire = Optional.of(options.wire());
    methods =
        options.all("public").stream()
            .flatMap(l -> Arrays.stream(l.split(",")))
            .map(String::strip)
            .filter(m -> m.matches("[A-Z_]{1,20}"))
            .toList();
    for (String path : paths) {
      try {
        note(path, client.ask("DESCRIBE", client.url(path), ""));
      } catch (IOException e) {
        unanswered.add(path);
        if (unanswered.size() > 2 && open.isEmpty() && guarded.isEmpty() && missing.isEmpty()) {
          throw new IOException("no answer to DESCRIBE: " + e.getMessage(), e);
        }
      }
    }
    if (unanswered.size() == paths.size()) {
      throw new IOException("no answer to DESCRIBE");
    }
  }

  /** A server that asks for the login at DESCRIBE may send to who begins with SETUP. */
  void playUndescribed() throws InterruptedException {
    if (guarded.isEmpty()) {
      return;
    }
    if (plays(INVENTED)) {
      // It plays whatever it is asked for, or says so: what that means is not clear.
      unanswered.add(INVENTED);
      return;
    }
    for (String path : guarded.stream().limit(MOST_PLAYED).toList()) {
      for (String track : TRACKS) {
        if (plays(path + track)) {
          open.add(path + track);
          return;
        }
      }
    }
  }

  private boolean plays(String path) throws InterruptedException {
    try {
      Optional<Answer> played = client.play(client.url(path));
      boolean plays = played.filter(a -> a.status() == 200).isPresent();
      if (plays && !path.equals(INVENTED)) {
        wire = played.map(Answer::wire);
      }
      return plays;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  private void note(String path, Answer answer) {
    if (answer.status() == 200 && answer.body().contains("m=")) {
      open.add(path);
      if (open.size() == 1) {
        wire = Optional.of(answer.wire());
      }
      text.append(answer.body()).append('\n');
    } else if (answer.status() == 401 || answer.status() == 403) {
      guarded.add(path);
      Challenge.parse(answer.all("www-authenticate")).forEach(c -> schemes.add(c.scheme()));
    } else if (answer.status() == 404 || answer.status() == 410) {
      missing.add(path);
    } else {
      // Busy, broken, redirected or described without a stream: that is not "there is none".
      unanswered.add(path);
    }
  }

  String text() {
    return text.toString();
  }

  /** The connection that showed the first stream, or the first answer. */
  Wire wire() {
    return wire.orElseThrow();
  }

  RtspAccess fact() {
    return new RtspAccess(
        methods,
        open.stream().map(p -> new RtspAccess.Open(p, "media")).toList(),
        guarded,
        List.copyOf(schemes),
        missing.size(),
        Optional.of(missing),
        open.size() + guarded.size() + missing.size() + unanswered.size(),
        unanswered);
  }
}
