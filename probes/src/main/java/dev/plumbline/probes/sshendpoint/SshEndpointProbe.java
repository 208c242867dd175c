package dev.plumbline.probes.sshendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks every SSH endpoint for its algorithms, its host keys and its ways to log in. */
public final class SshEndpointProbe implements Probe {
  private static final ProbeSpec SPEC = ProbeSpec.load(SshEndpointProbe.class);
  private static final String ALGORITHMS = "ssh.algorithms";
  private static final String HOST_KEYS = "ssh.host-keys";
  private static final String METHODS = "ssh.methods";

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Set<Endpoint> endpoints = new TreeSet<>();
    for (Observation service : context.observations("service.identified")) {
      if (service.seen() && service.text("protocol").equals("ssh")) {
        Endpoint.parse(service.subject()).ifPresent(endpoints::add);
      }
    }
    int done = 0;
    for (Endpoint endpoint : endpoints) {
      context.progress("SSH of " + endpoint, (double) done++ / endpoints.size());
      ask(context, endpoint);
    }
  }

  private static void ask(ProbeContext context, Endpoint endpoint) throws InterruptedException {
    String subject = endpoint.toString();
    HostKeySurvey keys = new HostKeySurvey(context, endpoint);
    try (SshDialogue dialogue = SshDialogue.open(context, endpoint)) {
      boolean first =
          dialogue.server().claimsFirstProtocol()
              && FirstProtocol.spoken(context, endpoint).isPresent();
      context.seen(
          ALGORITHMS,
          subject,
          SshFacts.algorithms(dialogue.server(), dialogue.algorithms(), first),
          Map.of(),
          dialogue.wire());
      keys.plan(dialogue.algorithms().hostKey());
      methods(context, subject, dialogue, keys);
    } catch (SshDialogue.FirstProtocolException e) {
      firstProtocol(context, endpoint, e.server());
      return;
    } catch (IOException e) {
      String reason = reason(e);
      List.of(ALGORITHMS, HOST_KEYS, METHODS)
          .forEach(key -> context.undetermined(key, subject, reason));
      return;
    }
    keys.askTheRest();
    if (keys.wire().isEmpty()) {
      context.undetermined(HOST_KEYS, subject, "no host key was shown: " + keys.reason());
    } else {
      context.seen(HOST_KEYS, subject, keys.value(), keys.coverage(), keys.wire().get());
    }
  }

  /** The first connection goes on to the log-in, with the first host key by the way. */
  private static void methods(
      ProbeContext context, String subject, SshDialogue dialogue, HostKeySurvey keys) {
    try {
      KeyExchange.Result exchange = keys.askFirst(dialogue);
      context.seen(
          METHODS,
          subject,
          Map.of("methods", dialogue.methods(exchange)),
          Map.of("user", SshDialogue.NOBODY),
          dialogue.wire());
    } catch (IOException e) {
      context.undetermined(METHODS, subject, reason(e));
    }
  }

  private static void firstProtocol(ProbeContext context, Endpoint endpoint, Identification server)
      throws InterruptedException {
    String subject = endpoint.toString();
    Optional<Wire> spoken =
        server.claimsFirstProtocol() ? FirstProtocol.spoken(context, endpoint) : Optional.empty();
    if (spoken.isPresent()) {
      context.seen(
          ALGORITHMS, subject, SshFacts.firstProtocolAlone(server), Map.of(), spoken.get());
    } else {
      context.undetermined(
          ALGORITHMS, subject, "says that it speaks SSH " + server.protocol() + ", but does not");
    }
    context.undetermined(HOST_KEYS, subject, "the second protocol is not spoken");
    context.undetermined(METHODS, subject, "the second protocol is not spoken");
  }

  static String reason(IOException e) {
    return e instanceof Wire.SilenceException
        ? "does not answer in time"
        : String.valueOf(e.getMessage());
  }
}
