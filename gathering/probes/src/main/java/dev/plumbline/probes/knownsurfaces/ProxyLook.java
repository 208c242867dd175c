package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Asks one endpoint whether it is a proxy for anybody. */
final class ProxyLook {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofMillis(400);
  private static final int FRONT = 512;

  /** Version 5, one method, "no authentication" (RFC 1928, section 3). */
  private static final byte[] GREETING = {5, 1, 0};

  /** The same with a method that nobody has, which a server of SOCKS5 refuses with FF. */
  private static final byte[] STRANGE = {5, 1, 0x7f};

  private static final byte[] SSH = "SSH-2.0-plumbline\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final BoundedPattern SSH_SERVER =
      BoundedPattern.compile("SSH-(?:2\\.0|1\\.99)-[!-~ ]{1,200}");

  /** A port that hardly any device has open. */
  private static final int SHUT = 1;

  private static final Set<String> UNREACHED = Set.of("502", "503", "504");

  private static final String WELCOME = "\u0005\u0000";
  private static final BoundedPattern STATUS = BoundedPattern.compile("^HTTP/1\\.[01] (\\d{3})\\b");

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final Surfaces surfaces;
  private final EndpointLook looked;

  ProxyLook(ProbeContext context, Endpoint endpoint, Surfaces surfaces, EndpointLook looked) {
    this.context = context;
    this.endpoint = endpoint;
    this.surfaces = surfaces;
    this.looked = looked;
  }

  private record Answer(String text, Wire wire) {}

  /**
   * Greets as a SOCKS5 client.
   *
   * @param protocol what the service was identified as
   * @param http whether it has just answered in HTTP
   * @return whether it showed by its answer that it speaks the protocol it was identified as
   */
  boolean greet(KnownSurface socks, String protocol, boolean http) throws InterruptedException {
    Optional<Answer> answer = say(GREETING, false, "SOCKS5 greeting");
    String text = answer.map(Answer::text).orElse("");
    boolean other = surfaces.isOther(protocol, text);
    if (text.equals(WELCOME)) {
      Optional<Answer> strange = say(STRANGE, false, "SOCKS5 greeting with a strange method");
      if (strange.isPresent() && !strange.get().text().startsWith(WELCOME)) {
        looked.found(socks, "05 01 00 is answered 05 00", answer.orElseThrow().wire());
      } else {
        looked.undecided(socks, "It answers 05 00 whatever it is offered.");
      }
    } else if (text.startsWith("\u0005")) {
      looked.undecided(socks, "It speaks SOCKS5, but lets nobody in without a login.");
    } else if (http || other) {
      looked.absent(socks);
    } else {
      looked.undecided(
          socks,
          text.isEmpty() ? "No answer to a greeting." : "Its answer to a greeting is not known.");
    }
    return other;
  }

  /** Asks for a tunnel from the device to itself, and for one to a port that cannot exist. */
  void tunnel(KnownSurface proxy, boolean tls) throws InterruptedException {
    Optional<Answer> self = say(request(endpoint.port()), tls, "CONNECT to itself");
    String status = self.map(a -> status(a.text())).orElse("");
    if (status.startsWith("2")) {
      String nowhere =
          say(request(0), tls, "CONNECT to port 0").map(a -> status(a.text())).orElse("");
      if (nowhere.isEmpty() || nowhere.startsWith("2")) {
        looked.undecided(proxy, "It grants a tunnel to a port that cannot exist.");
      } else {
        looked.found(proxy, "CONNECT to itself is answered " + status, self.orElseThrow().wire());
      }
    } else if (forwards(proxy, tls)) {
      return;
    } else if (surfaces.noTunnel().matcher(status).matches()) {
      looked.absent(proxy);
    } else {
      looked.undecided(
          proxy,
          status.isEmpty()
              ? "No answer to a request for a tunnel."
              : "A request for a tunnel is answered " + status + ", as some proxies do.");
    }
  }

  /**
   * Whether it goes where a whole address in the request leads (RFC 9112, section 3.2.2): it cannot
   * reach a port of the device that is shut, and says so, and reaches its own. The name in the
   * header alone makes no such difference.
   */
  private boolean forwards(KnownSurface proxy, boolean tls) throws InterruptedException {
    String shut = "http://" + at(SHUT) + "/";
    Optional<Answer> failed = say(get(shut, at(SHUT)), tls, "GET " + shut);
    boolean fails = failed.filter(a -> UNREACHED.contains(status(a.text()))).isPresent();
    if (!fails) {
      return false;
    }
    String own = "http://" + at(endpoint.port()) + "/";
    boolean reaches = isReached(get(own, at(endpoint.port())), tls, "GET " + own);
    if (reaches && isReached(get("/", at(SHUT)), tls, "GET / under another name")) {
      String sign = "GET " + shut + " is answered " + status(failed.orElseThrow().text());
      looked.found(proxy, sign + ", and its own address is not", failed.orElseThrow().wire());
      return true;
    }
    return false;
  }

  private boolean isReached(byte[] request, boolean tls, String what) throws InterruptedException {
    String status = say(request, tls, what).map(a -> status(a.text())).orElse("");
    return !status.isEmpty() && !UNREACHED.contains(status);
  }

  private static byte[] get(String target, String host) {
    return ("GET "
            + target
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nUser-Agent: plumbline\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Greets as an SSH client, where another protocol is spoken: some ports have two. What says
   * nothing to it may want other first words, so that this proves no absence.
   */
  void greet(KnownSurface ssh) throws InterruptedException {
    Optional<Answer> answer = say(SSH, false, "SSH greeting");
    String says = firstLine(answer);
    boolean server = SSH_SERVER.matcher(says).matches() && !says.equals(text(SSH).strip());
    if (server && firstLine(say(SSH, false, "SSH greeting again")).equals(says)) {
      looked.found(ssh, "an SSH greeting is answered " + says, answer.orElseThrow().wire());
    }
  }

  private static String firstLine(Optional<Answer> answer) {
    return answer.flatMap(a -> a.text().lines().findFirst()).orElse("");
  }

  private String at(int port) {
    String address = endpoint.address();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }

  private byte[] request(int port) {
    String to = at(port);
    return ("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\nUser-Agent: plumbline\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String status(String answer) {
    Matcher m = STATUS.matcher(answer);
    return m.find() ? m.group(1) : "";
  }

  private Optional<Answer> say(byte[] words, boolean tls, String what) throws InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT)) {
      Wire wire = tls ? plain.secure(CONNECT) : plain;
      wire.send(words);
      byte[] first = wire.read(FRONT, ANSWER);
      if (first.length == 0) {
        return Optional.empty();
      }
      String text = text(first) + rest(wire);
      looked.answered(what, wire);
      return Optional.of(new Answer(text, wire));
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  /** What comes after the first bytes; a service may say the rest a moment later. */
  private static String rest(Wire wire) {
    try {
      return text(wire.readUntilQuiet(FRONT, QUIET));
    } catch (IOException nothingMore) {
      return "";
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
