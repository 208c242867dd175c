package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.oddinput.Runs;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.InputReplay;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends the input of a finding once more, and tells whether the server does the same again. */
final class Replay {

  private static final Set<String> FALLS = Set.of("crash", "restart", "hang");
  private static final HttpLimits LIMITS = new HttpLimits(32_768, 262_144, Duration.ofSeconds(4));

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final Finding finding;

  Replay(ProbeContext context, Endpoint endpoint, Finding finding) {
    this.context = context;
    this.endpoint = endpoint;
    this.finding = finding;
  }

  /**
   * A finding that was recorded.
   *
   * @param place path and parameter
   * @param reduced the input, with runs of a character as {@code ${A*300}} and places for host and
   *     session open
   */
  record Finding(String id, String kind, String place, String reduced) {
    static Finding of(InputValidation.Finding recorded) {
      return new Finding(recorded.id(), recorded.kind(), recorded.place(), recorded.reduced());
    }

    String path() {
      return place.split("\\?", 2)[0];
    }
  }

  /** Sends it, within the declared scope. */
  void run() throws InterruptedException {
    String subject = endpoint.toString();
    Optional<Service> service =
        Services.all(context).stream().filter(s -> s.endpoint().equals(endpoint)).findFirst();
    if (service.isEmpty() || !finding.path().matches("/[!-~]*")) {
      context.undetermined(
          InputReplay.class, subject, "What speaks there is not known or not in scope.");
      return;
    }
    HttpClient client = new HttpClient(context, endpoint, service.get().tls(), LIMITS);
    String session = "";
    Optional<String> guarded =
        Services.fact(context, HttpSurface.class, endpoint)
            .flatMap(s -> s.guarded().stream().findFirst());
    if (guarded.isPresent()) {
      session = new DeclaredSession(context, client).open(guarded.get()).orElse("");
    }
    if (session.isEmpty() && finding.reduced().contains("${session}") && guarded.isPresent()) {
      context.undetermined(
          InputReplay.class, subject, "No declared login opens what the input was sent to.");
      return;
    }
    Optional<String> saw;
    try {
      saw = saw(client, session);
    } catch (IOException e) {
      context.undetermined(InputReplay.class, subject, "It gave no answer: " + e.getMessage());
      return;
    }
    context.seen(
        subject,
        new InputReplay(
            finding.id(),
            saw.equals(Optional.of(finding.kind())),
            saw.orElse("nothing of the kind")));
  }

  /**
   * What the input did, by the kinds of findings.
   *
   * @throws IOException if the server is not well before it, does not come back though its port is
   *     not closed, or the input got no answer in which to look
   */
  private Optional<String> saw(HttpClient client, String session)
      throws IOException, InterruptedException {
    HttpRequest control = DeclaredSession.with(HttpRequest.get(finding.path()), session);
    Exchange ordinary = client.send(control);
    Oracle oracle = new Oracle(context, client, control, List.of());
    if (!oracle.works()) {
      throw new IOException("it does not answer every time");
    }
    String text =
        Runs.expanded(finding.reduced())
            .replace("${host}", client.authority())
            .replace("${session}", session);
    Optional<Exchange> answer = Optional.empty();
    String silence = "";
    try {
      answer =
          Optional.of(
              client.send(
                  text.getBytes(StandardCharsets.ISO_8859_1),
                  text.startsWith("POST ") ? "POST" : "GET"));
    } catch (IOException noAnswer) {
      silence = String.valueOf(noAnswer.getMessage());
    }
    Optional<Oracle.Fall> fall = oracle.fall();
    if (fall.filter(f -> !f.device()).isPresent()) {
      throw new IOException("the device or the network to it is gone");
    }
    if (fall.isPresent() || FALLS.contains(finding.kind())) {
      return fall.map(Oracle.Fall::kind);
    }
    if (answer.isEmpty()) {
      throw new IOException(silence);
    }
    return new Signs(new Grammar(InputValidationProbe.SEED))
        .in(answer.get().response(), ordinary.response());
  }
}
