package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.oddinput.Reduction;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sends the inputs to the places of one server and watches it. */
final class InputTrial {
  private static final int MOST_INPUTS = 1_200;
  private static final int MOST_FINDINGS = 20;
  private static final int MOST_DISTURBANCES = 3;
  private static final int TRIALS_AFTER_A_FALL = 3;
  private static final int TRIALS = 24;

  private final ProbeContext context;
  private final HttpClient client;
  private final HttpClient impatient;
  private final String session;
  private final Grammar grammar;
  private final Signs signs;
  private final Oracle oracle;
  private final Duration time;
  private final List<InputValidation.Finding> findings = new ArrayList<>();
  private final Map<String, Long> inputsPerPlace = new LinkedHashMap<>();
  private final TreeSet<String> classes = new TreeSet<>();
  private final Map<String, Integer> seenKinds = new TreeMap<>();
  private Optional<Wire> evidence = Optional.empty();
  private Optional<String> stopped = Optional.empty();
  private Optional<String> cut = Optional.empty();
  private int inputs;
  private int unanswered;
  private int disturbances;

  /**
   * @param impatient for input to which no answer is due, so that a server that is stuck is still
   *     stuck when it is asked
   * @param time after which no more is sent
   */
  InputTrial(
      ProbeContext context,
      HttpClient client,
      HttpClient impatient,
      String session,
      Grammar grammar,
      Oracle oracle,
      Duration time) {
    this.context = context;
    this.client = client;
    this.impatient = impatient;
    this.session = session;
    this.grammar = grammar;
    this.signs = new Signs(grammar);
    this.oracle = oracle;
    this.time = time;
  }

  void run(List<InputPath> places) throws InterruptedException {
    Instant end = context.clock().instant().plus(time);
    for (InputPath place : places) {
      long sent = 0;
      for (OddInput input : grammar.inputs(place)) {
        if (inputs >= MOST_INPUTS) {
          cut = Optional.of("not sent: more than " + MOST_INPUTS + " inputs");
        } else if (!context.clock().instant().isBefore(end)) {
          cut = Optional.of("not sent within " + time.toSeconds() + " s");
        }
        if (stopped.isPresent() || cut.isPresent()) {
          return;
        }
        sent++;
        classes.add(input.inputClass());
        trySend(input, place);
        context.progress(client.endpoint() + place.path(), (double) inputs / MOST_INPUTS);
      }
      inputsPerPlace.put(place.path(), sent);
    }
  }

  private void trySend(OddInput input, InputPath place) throws InterruptedException {
    inputs++;
    Optional<Exchange> exchange = send(input);
    Optional<Oracle.Fall> fall = oracle.fall();
    if (fall.isPresent()) {
      fell(input, fall.get(), place);
      return;
    }
    if (input.whole() && exchange.map(e -> isBusy(e.response())).orElse(true)) {
      // Dropped, or turned away whatever it was: neither refused nor processed for what it is.
      unanswered++;
    }
    Optional<String> kind = exchange.flatMap(e -> sign(e, place));
    if (kind.isPresent() && isNew(kind.get(), input)) {
      evidence = evidence.or(() -> exchange.map(Exchange::wire));
      // Each trial of a login may count as a wrong one.
      int trials = input.login() ? 0 : TRIALS;
      OddInput least = least(trials, input, i -> kind.equals(send(i).flatMap(e -> sign(e, place))));
      record(kind.get(), input, least);
    }
  }

  /** Whether an input still does it. */
  @FunctionalInterface
  private interface Test {
    boolean does(OddInput input) throws InterruptedException;
  }

  private static OddInput least(int trials, OddInput input, Test test) throws InterruptedException {
    return input.with(
        new Reduction(trials).reduce(input.piece(), piece -> test.does(input.with(piece))));
  }

  private static boolean isBusy(HttpResponse answer) {
    return answer.status() == 429 || answer.status() == 503;
  }

  private Optional<String> sign(Exchange exchange, InputPath place) {
    HttpResponse answer = exchange.response();
    return signs.in(answer, place.ordinary());
  }

  private Optional<Exchange> send(OddInput input) throws InterruptedException {
    try {
      HttpClient sender = input.whole() ? client : impatient;
      return Optional.of(sender.send(input.bytes(client.authority(), session), input.method()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private void fell(OddInput input, Oracle.Fall fall, InputPath place) throws InterruptedException {
    if (input.login() && fall.recovered() && anyLoginDoes(place)) {
      stopped = Optional.of("it falls silent after wrong logins, whatever the user name");
      return;
    }
    if (!fall.recovered()) {
      stopped = Optional.of("the server did not come back after an input of " + input.inputClass());
      if (fall.device()) {
        record(fall.kind(), input, input);
      }
      return;
    }
    // What happens again with the same input was no accident of the network.
    if (!fallsAgain(input, fall.kind())) {
      if (++disturbances > MOST_DISTURBANCES) {
        stopped =
            Optional.of("the service repeatedly stopped responding; no single input causes it");
      }
      return;
    }
    int trials = input.login() ? 0 : TRIALS_AFTER_A_FALL;
    OddInput least = least(trials, input, i -> fallsAgain(i, fall.kind()));
    record(fall.kind(), input, least);
    // Each fall takes the device's users off; one shows enough.
    stopped = stopped.or(() -> Optional.of("at the first input that makes the server fall"));
  }

  /** A lock-out may close the port to whoever guesses; an ordinary wrong login shows that too. */
  private boolean anyLoginDoes(InputPath place) throws InterruptedException {
    Optional<OddInput> ordinary = grammar.ordinary(place);
    if (ordinary.isEmpty()) {
      return false;
    }
    boolean answered = send(ordinary.get()).isPresent();
    return oracle.fall().isPresent() || !answered;
  }

  private boolean fallsAgain(OddInput input, String kind) throws InterruptedException {
    if (stopped.isPresent()) {
      return false;
    }
    send(input);
    Optional<Oracle.Fall> again = oracle.fall();
    if (again.isPresent() && !again.get().recovered()) {
      stopped = Optional.of("the server did not come back");
    }
    return again.isPresent() && again.get().kind().equals(kind);
  }

  /** The same kind at the same place in the same class of input is one finding. */
  private boolean isNew(String kind, OddInput input) {
    String what = kind + " " + input.place() + " " + input.inputClass();
    return findings.size() < MOST_FINDINGS && seenKinds.merge(what, 1, Integer::sum) == 1;
  }

  private void record(String kind, OddInput input, OddInput least) {
    findings.add(
        new InputValidation.Finding(
            least.digest().substring(0, 12),
            kind,
            input.inputClass(),
            input.place(),
            input.digest(),
            least.written()));
  }

  List<InputValidation.Finding> findings() {
    return List.copyOf(findings);
  }

  Map<String, Long> inputsPerPlace() {
    return inputsPerPlace;
  }

  List<String> classes() {
    return List.copyOf(classes);
  }

  /** Well-formed inputs that got no answer while the server was up. */
  int unanswered() {
    return unanswered;
  }

  /** Times at which the server fell silent, not for any one input. */
  int disturbances() {
    return disturbances;
  }

  /** Why some inputs were not sent although the server answered to all others. */
  Optional<String> cut() {
    return cut;
  }

  /** Why not all was sent to a server that fell silent. */
  Optional<String> stopped() {
    return stopped;
  }

  /** The connection that showed the first finding in an answer. */
  Optional<Wire> evidence() {
    return evidence;
  }
}
