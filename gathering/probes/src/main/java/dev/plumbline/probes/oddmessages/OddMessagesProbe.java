package dev.plumbline.probes.oddmessages;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.InputReplay;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.probe.FindingReplay;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.oddmessages.MessageTrial.Fall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends services other than web servers messages that are none, and watches whether they stay up.
 */
public final class OddMessagesProbe implements Probe, FindingReplay {

  private final ProbeSpec spec = ProbeSpec.load(OddMessagesProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public boolean tellsOfFalls() {
    return true;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        Listener.all(context),
        listener -> listener.endpoint().toString(),
        listener -> look(context, listener));
  }

  /** A message of a protocol other than HTTP has no path. */
  @Override
  public boolean replays(InputValidation.Finding finding) {
    return finding.place().isEmpty();
  }

  @Override
  public void replay(ProbeContext context, Endpoint endpoint, InputValidation.Finding finding)
      throws InterruptedException {
    Optional<String> saw = again(context, endpoint, finding.reduced());
    if (saw.isEmpty()) {
      context.undetermined(
          InputReplay.class,
          endpoint.toString(),
          "The service does not reliably answer valid requests.");
    } else {
      context.seen(
          endpoint.toString(),
          new InputReplay(finding.id(), saw.get().equals(finding.kind()), saw.get()));
    }
  }

  /**
   * Sends one message again.
   *
   * @param written as {@code reduced} of a finding has it
   * @return how the service fell, or that it did not; empty when it cannot be told
   */
  private static Optional<String> again(ProbeContext context, Endpoint endpoint, String written)
      throws InterruptedException {
    Optional<byte[]> message = OddMessage.bytes(written);
    Optional<Listener> listener =
        Listener.all(context).stream().filter(l -> l.endpoint().equals(endpoint)).findFirst();
    if (message.isEmpty() || listener.isEmpty()) {
      return Optional.empty();
    }
    MessageTrial trial = new MessageTrial(context, listener.get().target());
    if (!trial.works()) {
      return Optional.empty();
    }
    Optional<Fall> fall = trial.fall(message.get());
    // Without a closed port or a return, it may be the network that fell.
    return fall.filter(f -> !f.recovered() && f.kind().equals("hang")).isPresent()
        ? Optional.empty()
        : Optional.of(fall.map(Fall::kind).orElse("nothing of the kind"));
  }

  private static void look(ProbeContext context, Listener listener) throws InterruptedException {
    String subject = listener.endpoint().toString();
    MessageTrial trial = new MessageTrial(context, listener.target());
    if (!trial.works()) {
      context.undetermined(
          InputValidation.class, subject, "The service does not reliably answer valid requests.");
      return;
    }
    List<OddMessage> messages = new ArrayList<>(OddMessage.of(listener.protocol()));
    if (listener.isOverTcp()) {
      messages.addAll(OddMessage.of("foreign"));
    }
    List<String> places = List.of();
    Map<String, String> skipped = Map.of();
    if (listener.protocol().equals("coap")) {
      CoapPaths paths = CoapPaths.of(context, listener.endpoint());
      messages.addAll(paths.messages());
      places = paths.tried();
      skipped = paths.skipped();
    }
    trial.run(messages);
    if (trial.silence().isPresent()) {
      context.undetermined(
          InputValidation.class,
          subject,
          "It fell silent, and it is not known why: " + trial.silence().get() + ".");
    } else {
      context.seen(subject, trial.fact(places, skipped));
    }
  }
}
