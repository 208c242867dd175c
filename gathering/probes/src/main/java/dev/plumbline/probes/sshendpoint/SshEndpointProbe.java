package dev.plumbline.probes.sshendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.observation.ssh.SshHostKeys;
import dev.plumbline.observation.ssh.SshMethods;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks every SSH endpoint for its algorithms, its host keys and its ways to log in. */
public final class SshEndpointProbe implements Probe {
  private static final ProbeSpec SPEC = ProbeSpec.load(SshEndpointProbe.class);

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Set<Endpoint> endpoints = new TreeSet<>();
    for (Observation service : context.observations(ServiceIdentified.class)) {
      if (service.as(ServiceIdentified.class).filter(s -> s.protocol().equals("ssh")).isPresent()) {
        Endpoint.parse(service.subject()).ifPresent(endpoints::add);
      }
    }
    context.each(
        endpoints,
        Endpoint::toString,
        endpoint -> {
          context.progress("SSH of " + endpoint, 0.5);
          ask(context, endpoint);
        });
  }

  private static void ask(ProbeContext context, Endpoint endpoint) throws InterruptedException {
    String subject = endpoint.toString();
    HostKeySurvey keys = new HostKeySurvey(context, endpoint);
    try (SshDialogue dialogue = SshDialogue.open(context, endpoint)) {
      boolean first =
          dialogue.server().claimsFirstProtocol()
              && FirstProtocol.spoken(context, endpoint).isPresent();
      context.seen(
          subject,
          SshFacts.algorithms(dialogue.server(), dialogue.algorithms(), first),
          dialogue.wire());
      keys.plan(dialogue.algorithms().hostKey());
      methods(context, subject, dialogue, keys);
    } catch (SshDialogue.FirstProtocolException e) {
      firstProtocol(context, endpoint, e.server());
      return;
    } catch (IOException e) {
      String reason = reason(e);
      List.of(SshAlgorithms.class, SshHostKeys.class, SshMethods.class)
          .forEach(kind -> context.undetermined(kind, subject, reason));
      return;
    }
    keys.askTheRest();
    if (keys.wire().isEmpty()) {
      context.undetermined(SshHostKeys.class, subject, "no host key was shown: " + keys.reason());
    } else {
      context.seen(subject, keys.fact(), keys.wire());
    }
  }

  /** The first connection goes on to the log-in, with the first host key by the way. */
  private static void methods(
      ProbeContext context, String subject, SshDialogue dialogue, HostKeySurvey keys) {
    try {
      KeyExchange.Result exchange = keys.askFirst(dialogue);
      context.seen(
          subject, new SshMethods(dialogue.methods(exchange), SshDialogue.NOBODY), dialogue.wire());
    } catch (IOException e) {
      context.undetermined(SshMethods.class, subject, reason(e));
    }
  }

  private static void firstProtocol(ProbeContext context, Endpoint endpoint, Identification server)
      throws InterruptedException {
    String subject = endpoint.toString();
    Optional<Wire> spoken =
        server.claimsFirstProtocol() ? FirstProtocol.spoken(context, endpoint) : Optional.empty();
    if (spoken.isPresent()) {
      context.seen(subject, SshFacts.firstProtocolAlone(server), spoken);
    } else {
      context.undetermined(
          SshAlgorithms.class,
          subject,
          "says that it speaks SSH " + server.protocol() + ", but does not");
    }
    context.undetermined(SshHostKeys.class, subject, "the second protocol is not spoken");
    context.undetermined(SshMethods.class, subject, "the second protocol is not spoken");
  }

  static String reason(IOException e) {
    return e instanceof Wire.SilenceException
        ? "does not answer in time"
        : String.valueOf(e.getMessage());
  }
}
