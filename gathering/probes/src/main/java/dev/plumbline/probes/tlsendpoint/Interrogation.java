package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.keyagreement.EphemeralKey;
import dev.plumbline.client.tls.ClientHello;
import java.util.Optional;

/**
 * Asks until an answer counts. A refusal that could have other causes (a close, an unspecific
 * alert) counts only when it comes twice, and when the same endpoint agrees to a hello that it
 * agreed to before; a failure is asked again once.
 */
final class Interrogation {
  /** After so many questions without a clear answer in a row, nobody is there any more. */
  private static final int MAX_UNCLEAR = 3;

  /** The same, where nobody ever was. */
  private static final int MAX_UNCLEAR_AT_FIRST = 2;

  private final Asker asker;
  private Optional<ClientHello> control = Optional.empty();
  private boolean controlSslv2;
  private int unclear;
  private int questions;

  Interrogation(Asker asker) {
    this.asker = asker;
  }

  private interface Question {
    HelloResult put() throws InterruptedException;
  }

  Asker asker() {
    return asker;
  }

  /** Number of connections so far. */
  int questions() {
    return questions;
  }

  /** Whether the endpoint does not answer any more, or never did. */
  boolean lost() {
    return unclear >= (controlled() ? MAX_UNCLEAR : MAX_UNCLEAR_AT_FIRST);
  }

  /** The hello that shows that the endpoint still answers. */
  void control(ClientHello hello) {
    control = Optional.of(hello);
  }

  /** SSL 2.0 is all that the endpoint agreed to so far. */
  void controlSslv2() {
    controlSslv2 = true;
  }

  /** Whether an agreement was ever had. */
  boolean controlled() {
    return control.isPresent() || controlSslv2;
  }

  HelloResult ask(ClientHello hello) throws InterruptedException {
    return settle(() -> asker.ask(hello));
  }

  HelloResult ask(ClientHello hello, EphemeralKey key) throws InterruptedException {
    return settle(() -> asker.ask(hello, key));
  }

  HelloResult askSslv2() throws InterruptedException {
    return settle(asker::askSslv2);
  }

  private HelloResult settle(Question question) throws InterruptedException {
    if (lost()) {
      return new HelloResult.Unclear("the endpoint does not answer any more");
    }
    HelloResult answer = put(question);
    if (settled(answer)) {
      unclear = 0;
      return answer;
    }
    // Before the first agreement there is nothing to compare with; it is asked again later.
    HelloResult again = controlled() ? put(question) : answer;
    if (again instanceof HelloResult.Refused refused && controlled()) {
      again = alive() ? refused.confirmed() : new HelloResult.Unclear(refused.how() + ", to all");
    }
    unclear = again instanceof HelloResult.Unclear ? unclear + 1 : 0;
    return again;
  }

  private HelloResult put(Question question) throws InterruptedException {
    questions++;
    return question.put();
  }

  private boolean alive() throws InterruptedException {
    return put(() -> control.isPresent() ? asker.ask(control.get()) : asker.askSslv2())
        instanceof HelloResult.Agreed;
  }

  private static boolean settled(HelloResult answer) {
    return answer instanceof HelloResult.Agreed
        || (answer instanceof HelloResult.Refused refused && refused.firm());
  }
}
