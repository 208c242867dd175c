package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the server is still up: it has to answer an ordinary request after each input. */
final class Oracle {
  private static final int BEFORE = 3;
  private static final int RECOVERY_TRIES = 16;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration UNHURRIED = Duration.ofMillis(500);
  private static final int TIMES_SLOWER = 8;
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final ProbeContext context;
  private final HttpClient client;
  private final HttpRequest control;
  private final List<Endpoint> others;
  private Duration slow = SLOW;
  private boolean unhurried = true;
  private int usual;
  private boolean changed;

  /**
   * @param others further endpoints of the device, that show that the network is up
   */
  Oracle(ProbeContext context, HttpClient client, HttpRequest control, List<Endpoint> others) {
    this.context = context;
    this.client = client;
    this.control = control;
    this.others = List.copyOf(others);
  }

  private enum Pulse {
    WELL,
    HANGS,
    REFUSES,
    UNREACHABLE
  }

  /**
   * How the server fell.
   *
   * @param kind {@code crash}, {@code hang} or {@code restart}
   * @param recovered whether it answers again
   * @param device whether it is sure that the device fell and not the network: its port refused, or
   *     another of its services went on
   */
  record Fall(String kind, boolean recovered, boolean device) {}

  /** Whether the server answers ordinary requests every time; learns how soon it does. */
  boolean works() throws InterruptedException {
    for (int i = 0; i < BEFORE; i++) {
      try {
        Exchange exchange = client.send(control);
        unhurried &= exchange.took().compareTo(UNHURRIED) >= 0;
        Duration much = exchange.took().multipliedBy(TIMES_SLOWER);
        slow = much.compareTo(slow) > 0 ? much : slow;
        if (exchange.response().truncated()) {
          return false;
        }
        usual = exchange.response().status();
      } catch (IOException noAnswer) {
        return false;
      }
    }
    return true;
  }

  /** Whether it took half a second or more for each ordinary request. */
  boolean unhurried() {
    return unhurried;
  }

  /** How it fell just now; empty when it answers. Waits for it to come back. */
  Optional<Fall> fall() throws InterruptedException {
    Pulse pulse = pulse();
    if (pulse == Pulse.WELL) {
      return Optional.empty();
    }
    boolean refused = false;
    boolean hung = false;
    boolean witness = false;
    for (int i = 0; i < RECOVERY_TRIES && pulse != Pulse.WELL; i++) {
      refused |= pulse == Pulse.REFUSES;
      hung |= pulse == Pulse.HANGS;
      witness |= witness || othersAnswer();
      context.rest(PAUSE);
      pulse = pulse();
    }
    boolean recovered = pulse == Pulse.WELL;
    String kind = refused ? recovered ? "restart" : "crash" : "hang";
    return Optional.of(new Fall(kind, recovered, refused || hung || witness));
  }

  /**
   * Whether an ordinary request ever got another status than before: the login ended, or the server
   * turns away who asks too often. Input met no more than that refusal then.
   */
  boolean changed() {
    return changed;
  }

  /** An answer counts unless it is broken or much later than usual; what it says is no matter. */
  private Pulse pulse() throws InterruptedException {
    try {
      Exchange exchange = client.send(control);
      changed |= exchange.response().status() != usual;
      boolean late = exchange.took().compareTo(slow) > 0;
      return late || exchange.response().truncated() ? Pulse.HANGS : Pulse.WELL;
    } catch (IOException noAnswer) {
      return port(client.endpoint());
    }
  }

  private Pulse port(Endpoint endpoint) throws InterruptedException {
    try {
      context.connect(endpoint, CONNECT).close();
      return Pulse.HANGS;
    } catch (ConnectException refused) {
      return String.valueOf(refused.getMessage()).contains("refused")
          ? Pulse.REFUSES
          : Pulse.UNREACHABLE;
    } catch (IOException unreachable) {
      return Pulse.UNREACHABLE;
    }
  }

  private boolean othersAnswer() throws InterruptedException {
    for (Endpoint other : others) {
      if (port(other) == Pulse.HANGS) {
        return true;
      }
    }
    return false;
  }
}
