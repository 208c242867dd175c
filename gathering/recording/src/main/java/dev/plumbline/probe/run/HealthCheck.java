package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.TcpOpenPorts;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks whether the device's endpoints still answer. */
final class HealthCheck {

  // Enough to see a device or one of its services fall over, few enough to weigh nothing.
  private static final int MOST = 12;
  private static final int TRIES = 5;

  private final Conduct conduct;

  HealthCheck(Conduct conduct) {
    this.conduct = conduct;
  }

  /** Endpoints that were seen open, up to a dozen of each address's lowest ports. */
  static Set<Endpoint> seenOpen(Collection<Observation> openPorts) {
    Set<Endpoint> endpoints = new TreeSet<>();
    for (Observation o : openPorts) {
      if (o.subject().startsWith("address/")) {
        String address = o.subject().substring("address/".length());
        o.as(TcpOpenPorts.class).stream()
            .flatMap(ports -> ports.open().stream())
            .limit(MOST)
            .forEach(port -> endpoints.add(Endpoint.tcp(address, port)));
      }
    }
    return endpoints;
  }

  /**
   * Which of them accept a connection now. Asked before a probe, so that nothing is expected
   * afterwards that was not there.
   */
  Set<Endpoint> answering(Collection<Endpoint> endpoints) throws InterruptedException {
    return answering(endpoints, 1);
  }

  /** Which of them accept a connection within the patience of the limits: a device may be busy. */
  Set<Endpoint> stillAnswering(Collection<Endpoint> endpoints) throws InterruptedException {
    return answering(endpoints, TRIES);
  }

  private Set<Endpoint> answering(Collection<Endpoint> endpoints, int tries)
      throws InterruptedException {
    Set<Endpoint> answering = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      if (answers(endpoint, tries)) {
        answering.add(endpoint);
      }
    }
    return answering;
  }

  private boolean answers(Endpoint endpoint, int tries) throws InterruptedException {
    Duration wait = conduct.environment().limits().health().dividedBy(TRIES);
    for (int i = 1; i <= tries; i++) {
      try {
        conduct.connect(endpoint, wait).close();
        return true;
      } catch (SocketTimeoutException e) {
        // The wait was part of trying.
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains("reset")) {
          // It took the connection before it dropped it, which is an answer.
          return true;
        }
        if (i < tries) {
          conduct.environment().ticker().sleep(wait.toNanos());
        }
      }
    }
    return false;
  }

  static List<String> texts(Collection<Endpoint> endpoints) {
    List<String> texts = new ArrayList<>();
    endpoints.forEach(e -> texts.add(e.toString()));
    return texts;
  }
}
