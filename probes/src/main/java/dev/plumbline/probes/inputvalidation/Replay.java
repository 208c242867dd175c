package dev.plumbline.probes.inputvalidation;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpLimits;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.login.Services;
import dev.plumbline.probes.login.Services.Service;
import dev.plumbline.probes.oddinput.Runs;
import dev.plumbline.probes.oddmessages.OddMessagesProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends the input of a finding once more, and tells whether the server does the same again. */
public final class Replay {
  /** What is recorded: {@code finding}, {@code again} and {@code saw}. */
  public static final String KEY = "input.replay";

  private static final Set<String> FALLS = Set.of("crash", "restart", "hang");
  private static final HttpLimits LIMITS = new HttpLimits(32_768, 262_144, Duration.ofSeconds(4));

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final Finding finding;

  public Replay(ProbeContext context, Endpoint endpoint, Finding finding) {
    this.context = context;
    this.endpoint = endpoint;
    this.finding = finding;
  }

  /**
   * A finding of {@code input.validation}.
   *
   * @param place path and parameter
   * @param reduced the input, with runs of a character as {@code ${A*300}} and places for host and
   *     session open
   */
  public record Finding(String id, String kind, String place, String reduced) {
    /** Reads one as the observation holds it; empty when it is none. */
    public static Optional<Finding> of(Object entry) {
      return entry instanceof Map<?, ?> m
              && m.get("id") instanceof String id
              && m.get("kind") instanceof String kind
              && m.get("place") instanceof String place
              && m.get("reduced") instanceof String reduced
          ? Optional.of(new Finding(id, kind, place, reduced))
          : Optional.empty();
    }

    String path() {
      return place.split("\\?", 2)[0];
    }
  }

  /** Sends it, within the declared scope. */
  public void run() throws InterruptedException {
    String subject = endpoint.toString();
    if (finding.place().isEmpty()) {
      message(subject);
      return;
    }
    Optional<Service> service =
        Services.all(context).stream().filter(s -> s.endpoint().equals(endpoint)).findFirst();
    if (service.isEmpty() || !finding.path().matches("/[!-~]*")) {
      context.undetermined(KEY, subject, "What speaks there is not known or not in scope.");
      return;
    }
    HttpClient client = new HttpClient(context, endpoint, service.get().tls(), LIMITS);
    String session = "";
    Optional<String> guarded =
        Services.newest(context, "http.surface", endpoint)
            .filter(Observation::seen)
            .flatMap(o -> o.texts("guarded").stream().findFirst());
    if (guarded.isPresent()) {
      session = new Session(context, client).open(guarded.get()).orElse("");
    }
    if (session.isEmpty() && finding.reduced().contains("${session}") && guarded.isPresent()) {
      context.undetermined(KEY, subject, "No declared login opens what the input was sent to.");
      return;
    }
    Optional<String> saw;
    try {
      saw = saw(client, session);
    } catch (IOException e) {
      context.undetermined(KEY, subject, "It gave no answer: " + e.getMessage());
      return;
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("finding", finding.id());
    value.put("again", saw.equals(Optional.of(finding.kind())));
    value.put("saw", saw.orElse("nothing of the kind"));
    context.seen(KEY, subject, value, Map.of());
  }

  /** A message of a protocol other than HTTP has no path. */
  private void message(String subject) throws InterruptedException {
    Optional<String> saw = OddMessagesProbe.again(context, endpoint, finding.reduced());
    if (saw.isEmpty()) {
      context.undetermined(KEY, subject, "It does not answer ordinary questions every time.");
    } else {
      context.seen(
          KEY,
          subject,
          Map.of(
              "finding", finding.id(),
              "again", saw.get().equals(finding.kind()),
              "saw", saw.get()),
          Map.of());
    }
  }

  /**
   * What the input did, by the kinds of findings.
   *
   * @throws IOException if the server is not well before it, does not come back though its port is
   *     not closed, or the input got no answer in which to look
   */
  private Optional<String> saw(HttpClient client, String session)
      throws IOException, InterruptedException {
    HttpRequest control = Session.with(HttpRequest.get(finding.path()), session);
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
