package dev.plumbline.probes.serviceidentification;

import dev.plumbline.client.http.OldTls;
import dev.plumbline.client.ports.DeclaredServices;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.serviceidentification.ServiceRules.Question;
import dev.plumbline.probes.serviceidentification.ServiceRules.Rule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Talks to one endpoint until it is recognised. Gentle first: listen, then what the dossier says
 * that it speaks, then TLS, which text protocols drop as a broken line, then what small devices
 * speak most, and last a longer wait for a late greeting. A port that was open and refuses is asked
 * again after a while: it may serve one client at a time, or start again.
 */
final class EndpointDialogue {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration GREETING = Duration.ofMillis(1500);
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final Duration HANDSHAKE = Duration.ofSeconds(6);
  private static final int PIECE = 16 * 1024;

  /** As long as a server waits for a name service that does not answer. */
  private static final Duration LATE_GREETING = Duration.ofSeconds(12);

  private static final Duration PAUSE = Duration.ofMillis(1_500);
  private static final int MOST_PAUSES = 6;

  private static final List<Map.Entry<String, Function<Endpoint, byte[]>>> HELLOS =
      List.of(
          Map.entry("http", Hello::http),
          Map.entry("mqtt", Hello::mqtt),
          Map.entry("rtsp", Hello::rtsp),
          Map.entry("dns", Hello::dns));

  /** Rarer ones, which answer at once. */
  private static final List<Map.Entry<String, Function<Endpoint, byte[]>>> BRIEF_HELLOS =
      List.of(
          Map.entry("newline", Hello::newline),
          Map.entry("adb", Hello::adb),
          Map.entry("shell", Hello::shell));

  private final ProbeContext context;
  private final ServiceRules rules;
  private final Endpoint endpoint;
  private final List<String> spoke = new ArrayList<>();
  private final Set<String> refusedAfter = new LinkedHashSet<>();
  private int pauses;
  private Optional<IdentifiedService> unrecognised = Optional.empty();
  private String failure = "";
  private boolean oldTls;

  EndpointDialogue(ProbeContext context, ServiceRules rules, Endpoint endpoint) {
    this.context = context;
    this.rules = rules;
    this.endpoint = endpoint;
  }

  /** The service; empty when it said nothing at all. */
  Optional<IdentifiedService> identify() throws InterruptedException {
    Optional<IdentifiedService> found = greeting(false, GREETING);
    if (found.isEmpty()) {
      found = asDeclared();
    }
    if (found.isEmpty()) {
      boolean tls = speaksTls();
      if (tls) {
        found = greeting(true, GREETING);
      }
      found = hellos(HELLOS, tls, ANSWER);
      if (found.isEmpty()) {
        found = hellos(BRIEF_HELLOS, tls, GREETING);
      }
    }
    if (found.isEmpty() && unrecognised.isEmpty()) {
      found = greeting(false, LATE_GREETING);
    }
    return found.isPresent() ? found.map(this::withAllSpoken) : unrecognised;
  }

  private Optional<IdentifiedService> hellos(
      List<Map.Entry<String, Function<Endpoint, byte[]>>> hellos, boolean tls, Duration patience)
      throws InterruptedException {
    Optional<IdentifiedService> found = Optional.empty();
    for (int i = 0; i < hellos.size() && found.isEmpty(); i++) {
      found = hello(hellos.get(i).getKey(), hellos.get(i).getValue(), tls, patience);
    }
    return found;
  }

  /** HTTP is left for later: many a TLS server answers it in the clear, to say that it has none. */
  private Optional<IdentifiedService> asDeclared() throws InterruptedException {
    List<String> declared = DeclaredServices.protocols(context, endpoint);
    return hellos(
        HELLOS.stream()
            .filter(h -> declared.contains(h.getKey()) && !h.getKey().equals("http"))
            .toList(),
        false,
        ANSWER);
  }

  /** First words after which the port, open before, refused the next connection. */
  List<String> refusedAfter() {
    return List.copyOf(refusedAfter);
  }

  private Wire connect() throws IOException, InterruptedException {
    while (true) {
      try {
        return context.connect(endpoint, CONNECT);
      } catch (ConnectException e) {
        if (spoke.size() > 1) {
          refusedAfter.add(spoke.get(spoke.size() - 2));
        }
        if (++pauses > MOST_PAUSES) {
          throw e;
        }
        context.rest(PAUSE);
      }
    }
  }

  /** Why nothing was learnt. */
  String failure() {
    String silent = "it accepts connections and said nothing to " + String.join(", ", spoke);
    return failure.isEmpty() ? silent : silent + "; " + failure;
  }

  private Optional<IdentifiedService> greeting(boolean tls, Duration patience)
      throws InterruptedException {
    tried(tls ? "greeting in tls" : "greeting");
    try (Wire plain = connect()) {
      Wire wire = tls ? plain.secure(HANDSHAKE) : plain;
      PeerText heard = PeerText.from(wire, patience);
      if (heard.isEmpty()) {
        return Optional.empty();
      }
      return spokeFirst(wire, heard, tls);
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<IdentifiedService> spokeFirst(Wire wire, PeerText greeting, boolean tls) {
    Optional<IdentifiedService> service = recognise(greeting, tls, wire);
    if (service.filter(s -> s.protocol().equals("telnet")).isPresent()) {
      PeerText all = TelnetOptions.refuseAll(wire, greeting);
      return recognise(all, tls, wire).or(() -> service);
    }
    for (Question question : rules.questionsFor(greeting)) {
      if (service.isPresent() && !service.get().protocol().equals(question.protocol())) {
        continue;
      }
      PeerText answer = ask(wire, question.send().getBytes(StandardCharsets.US_ASCII), ANSWER);
      if (question.understood().matcher(answer.text()).find()) {
        return Optional.of(
            answered(question, service, greeting, question.offersTls(answer), tls, wire));
      }
    }
    if (service.isEmpty()) {
      note(greeting, tls, wire);
    }
    return service;
  }

  private IdentifiedService answered(
      Question question,
      Optional<IdentifiedService> service,
      PeerText greeting,
      Optional<Boolean> starttls,
      boolean tls,
      Wire wire) {
    return new IdentifiedService(
        question.protocol(),
        tls,
        starttls,
        greeting,
        service.flatMap(IdentifiedService::product),
        service.flatMap(IdentifiedService::version),
        spoke,
        wire);
  }

  private boolean speaksTls() throws InterruptedException {
    tried("tls");
    try (Wire wire = connect()) {
      PeerText heard = ask(wire, Hello.tls(endpoint), ANSWER);
      if (Hello.isTls(heard)) {
        note(heard, true, wire);
        return true;
      }
      if (!heard.isEmpty()) {
        note(heard, false, wire);
      }
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
    }
    return false;
  }

  private Optional<IdentifiedService> hello(
      String name, Function<Endpoint, byte[]> words, boolean tls, Duration patience)
      throws InterruptedException {
    tried(name);
    if (tls && oldTls) {
      return overOldTls(words.apply(endpoint), patience);
    }
    try (Wire plain = connect()) {
      Wire wire;
      try {
        wire = tls ? plain.secure(HANDSHAKE) : plain;
      } catch (Wire.SilenceException e) {
        throw e;
      } catch (IOException noCommonVersion) {
        oldTls = true;
        failure = String.valueOf(noCommonVersion.getMessage());
        return overOldTls(words.apply(endpoint), patience);
      }
      PeerText heard = ask(wire, words.apply(endpoint), patience);
      if (!heard.isEmpty()) {
        note(heard, tls, wire);
      }
      return recognise(heard, tls, wire);
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
      return Optional.empty();
    }
  }

  /** For servers that know nothing newer than TLS 1.1. */
  private Optional<IdentifiedService> overOldTls(byte[] words, Duration patience)
      throws InterruptedException {
    try (Wire wire = connect()) {
      Socket socket = wire.socket();
      socket.setSoTimeout((int) HANDSHAKE.toMillis());
      OldTls session = OldTls.over(socket);
      session.out().write(words);
      session.out().flush();
      PeerText heard =
          PeerText.from(
              (most, wait) -> {
                socket.setSoTimeout((int) Math.max(1, wait.toMillis()));
                byte[] next = new byte[Math.min(most, PIECE)];
                int count = session.in().read(next);
                return Arrays.copyOf(next, Math.max(0, count));
              },
              patience);
      if (!heard.isEmpty()) {
        note(heard, true, wire);
      }
      return recognise(heard, true, wire);
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
      return Optional.empty();
    }
  }

  private static PeerText ask(Wire wire, byte[] words, Duration patience) {
    try {
      wire.send(words);
    } catch (IOException e) {
      // It may have answered before it stopped listening.
      return PeerText.from(wire, Duration.ofMillis(1));
    }
    return PeerText.from(wire, patience);
  }

  private Optional<IdentifiedService> recognise(PeerText heard, boolean tls, Wire wire) {
    Optional<Rule> rule = rules.recognise(heard);
    return rule.map(
        r ->
            new IdentifiedService(
                protocol(r, heard),
                tls,
                Optional.empty(),
                heard,
                r.find("product", heard),
                r.find("version", heard),
                spoke,
                wire));
  }

  // A UPnP daemon speaks HTTP but has no page at its root; one that has is a web server as well.
  private static String protocol(Rule rule, PeerText heard) {
    boolean upnp =
        rule.protocol().equals("http")
            && heard.text().matches("(?is)HTTP/1\\.[01] [45].{0,4000}\\nserver:[^\\r\\n]*upnp/.*");
    return upnp ? "upnp" : rule.protocol();
  }

  /** Keeps the first words that nobody recognised; that TLS is spoken outweighs them. */
  private void note(PeerText heard, boolean tls, Wire wire) {
    if (unrecognised.isEmpty() || (tls && !unrecognised.get().tls())) {
      unrecognised = Optional.of(IdentifiedService.unknown(tls, heard, spoke, wire));
    }
  }

  private void tried(String what) {
    spoke.add(what);
  }

  private IdentifiedService withAllSpoken(IdentifiedService s) {
    return new IdentifiedService(
        s.protocol(),
        s.tls(),
        s.starttls(),
        s.heard(),
        s.product(),
        s.version(),
        List.copyOf(spoke),
        s.wire());
  }
}
