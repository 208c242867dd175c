package dev.plumbline.client.driven;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Which endpoints of the device answer, as the sign of whether it is there. */
public final class Endpoints {
  private static final int MOST = 24;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int LOOKS = 3;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ProbeContext context;

  public Endpoints(ProbeContext context) {
    this.context = context;
  }

  /** The endpoints that were seen open and answer now. */
  public Set<Endpoint> answering() throws InterruptedException {
    Set<Endpoint> known = new TreeSet<>();
    for (Observation o : context.observations(TcpOpenPorts.class)) {
      if (o.subject().startsWith("address/")) {
        String address = o.subject().substring("address/".length());
        o.as(TcpOpenPorts.class).stream()
            .flatMap(ports -> ports.open().stream())
            .map(port -> Endpoint.tcp(address, port))
            .filter(context::inScope)
            .limit(MOST)
            .forEach(known::add);
      }
    }
    return answering(known);
  }

  /** Those of them that take a connection now. */
  public Set<Endpoint> answering(Set<Endpoint> endpoints) throws InterruptedException {
    Set<Endpoint> answering = new TreeSet<>();
    for (Endpoint e : endpoints) {
      if (answers(e)) {
        answering.add(e);
      }
    }
    return answering;
  }

  private boolean answers(Endpoint endpoint) throws InterruptedException {
    try {
      context.connect(endpoint, CONNECT).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Those of them at which anything can be heard: a connection is taken or refused, or it failed so
   * that silence cannot be told.
   */
  public Set<Endpoint> heard(Set<Endpoint> endpoints) throws InterruptedException {
    Set<Endpoint> heard = new TreeSet<>();
    for (Endpoint e : endpoints) {
      try {
        context.connect(e, CONNECT).close();
        heard.add(e);
      } catch (IOException failure) {
        if (!isSilence(e, failure)) {
          heard.add(e);
        }
      }
    }
    return heard;
  }

  /**
   * Whether nobody answered. Who refuses a connection is there; on loopback alone it is this
   * machine that refuses in the place of a device that is gone.
   */
  static boolean isSilence(Endpoint endpoint, IOException failure) {
    if (failure instanceof SocketTimeoutException || failure instanceof NoRouteToHostException) {
      return true;
    }
    String told = String.valueOf(failure.getMessage());
    return failure instanceof ConnectException
        && (told.contains("timed out")
            || (told.contains("refused")
                && InetAddress.ofLiteral(endpoint.address()).isLoopbackAddress()));
  }

  /** Waits until nothing is heard of any. */
  public boolean fallSilent(Set<Endpoint> endpoints, Duration longest) throws InterruptedException {
    Instant until = context.clock().instant().plus(longest);
    int silent = 0;
    // One missed answer is a busy device; an outage lasts.
    while (silent < LOOKS) {
      silent = heard(endpoints).isEmpty() ? silent + 1 : 0;
      if (silent == 0 && context.clock().instant().isAfter(until)) {
        return false;
      }
      context.rest(PAUSE);
    }
    return true;
  }

  /** Waits until all answer; gives those that do not. */
  public Set<Endpoint> missing(Set<Endpoint> endpoints, Duration longest)
      throws InterruptedException {
    Instant until = context.clock().instant().plus(longest);
    while (true) {
      Set<Endpoint> missing = new TreeSet<>(endpoints);
      missing.removeAll(answering(endpoints));
      if (missing.isEmpty() || context.clock().instant().isAfter(until)) {
        return missing;
      }
      context.rest(PAUSE);
    }
  }
}
