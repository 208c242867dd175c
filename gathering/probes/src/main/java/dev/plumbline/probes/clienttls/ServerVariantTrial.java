package dev.plumbline.probes.clienttls;

import dev.plumbline.client.standin.CallOutcome;
import dev.plumbline.client.standin.CallTransport;
import dev.plumbline.client.standin.Identities;
import dev.plumbline.client.standin.Identity;
import dev.plumbline.client.standin.Offer;
import dev.plumbline.client.standin.RogueServer;
import dev.plumbline.client.standin.ServerVariant;
import dev.plumbline.client.standin.TestAuthority;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.tls.TlsClient;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Shows the faces to the device, one a call, and records what it made of them. */
final class ServerVariantTrial {

  private static final int TRIES = 2;

  /** Calls in clear text that are heard while one server is shown; they are no tries. */
  private static final int MOST_CLEAR = 4;

  private final ProbeContext context;
  private final ClientTest test;
  private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
  private final List<CallOutcome> meetings = new ArrayList<>();
  private int calls;
  private boolean accepts;
  private String shownLast = "";
  private boolean rsa;
  private Optional<ClearCalls> clear = Optional.empty();

  ServerVariantTrial(ProbeContext context, ClientTest test) {
    this.context = context;
    this.test = test;
  }

  void run() throws InterruptedException {
    Optional<TestAuthority> trusted = Optional.empty();
    try {
      if (test.authority().isPresent()) {
        trusted = Optional.of(TestAuthority.read(test.authority().get()));
      }
    } catch (IOException e) {
      unknown("the test authority of " + test.listen() + " cannot be used: " + e.getMessage());
      return;
    }
    Identities identities = new Identities(trusted, test.host(), context.clock().instant());
    try (CallTransport device = CallTransport.open(context, test);
        ClearCalls beside = ClearCalls.open(context, test)) {
      clear = Optional.of(beside);
      List<ServerVariant> faces = identities.faces(dtls());
      for (ServerVariant face : faces) {
        context.progress(
            "shows " + face.text() + " to calls for " + test.host(),
            (double) meetings.size() / faces.size());
        if (isAnswered(face)) {
          continue;
        }
        if (face == ServerVariant.REVOKED && !asksForStatus()) {
          meetings.add(CallOutcome.neverTold(face));
          continue;
        }
        Optional<CallOutcome> met = meet(device, face, identities.of(face, rsa));
        if (speaksClearTextAlone()) {
          break;
        }
        if (meetings.isEmpty() && met.filter(m -> !m.shown()).isPresent()) {
          // It may know no elliptic curves; all faces have RSA keys then.
          rsa = true;
          met = meet(device, face, identities.of(face, rsa));
        }
        if (met.isEmpty()) {
          break;
        }
        meetings.add(met.get());
      }
      // A device that has come to refuse everybody refuses no fault.
      accepts = accepts(ServerVariant.TRUSTED) && again(device, identities);
    } catch (IOException e) {
      if (meetings.isEmpty()) {
        unknown(String.valueOf(e.getMessage()));
        return;
      }
    }
    record(identities.faces(dtls()));
  }

  /** Whether many calls came and none was a handshake. */
  private boolean speaksClearTextAlone() {
    return clear.filter(c -> c.count() > MOST_CLEAR).isPresent()
        && meetings.stream().allMatch(m -> m.offer().isEmpty());
  }

  /** The face's question, answered by a device that lists the versions it takes. */
  private boolean isAnswered(ServerVariant face) {
    return face.only().isPresent()
        && meetings.stream().flatMap(m -> m.offer().stream()).anyMatch(Offer::versionsListed);
  }

  private boolean asksForStatus() {
    return meetings.stream().flatMap(m -> m.offer().stream()).anyMatch(Offer::asksForStatus);
  }

  private boolean accepts(ServerVariant face) {
    return meetings.stream()
        .anyMatch(m -> m.face() == face && m.outcome() == CallOutcome.Outcome.ACCEPTED);
  }

  private boolean again(CallTransport device, Identities identities)
      throws IOException, InterruptedException {
    return meet(device, ServerVariant.TRUSTED, identities.of(ServerVariant.TRUSTED, rsa))
        .filter(m -> m.outcome() == CallOutcome.Outcome.ACCEPTED)
        .isPresent();
  }

  /** The last of a few calls, the first with an outcome; empty when the device does not call. */
  private Optional<CallOutcome> meet(CallTransport device, ServerVariant face, Identity identity)
      throws IOException, InterruptedException {
    Optional<CallOutcome> met = Optional.empty();
    int tries = 0;
    for (int i = 0; tries < TRIES && i < TRIES + MOST_CLEAR; i++) {
      Optional<CallTransport.Caller> call = device.next(Duration.ofSeconds(test.waitSeconds()));
      look();
      if (call.isEmpty()) {
        return met;
      }
      calls++;
      RogueServer server = new RogueServer(crypto, face, identity, dtls());
      met = Optional.of(call.get().meet(server, face, accepts(ServerVariant.TRUSTED)));
      CallOutcome now = met.get();
      clear.ifPresent(c -> c.note(shownLast, now));
      if (now.clear().isEmpty()) {
        tries++;
        shownLast = face.text();
      }
      look();
      if (now.outcome() != CallOutcome.Outcome.UNDECIDED) {
        return met;
      }
    }
    return met;
  }

  private void look() throws InterruptedException {
    if (clear.isPresent()) {
      clear.get().look(shownLast);
    }
  }

  private void record(List<ServerVariant> faces) {
    if (calls == 0 && clear.filter(ClearCalls::any).isEmpty()) {
      unknown(
          "the device did not call "
              + test.host()
              + " at "
              + test.listen()
              + " within "
              + test.waitSeconds()
              + " s");
      return;
    }
    new CallerFacts(meetings, calls, accepts, clear.orElseThrow())
        .offered()
        .ifPresentOrElse(
            facts -> seen(facts, faces),
            () ->
                unknown(
                    "what called at "
                        + test.listen()
                        + " speaks no "
                        + (dtls() ? "DTLS" : "TLS")
                        + " that could be read: "
                        + (meetings.isEmpty() ? "nothing" : meetings.getLast().reason())));
  }

  private void seen(CallerFacts facts, List<ServerVariant> faces) {
    context.seen(test.subject(), facts.fact(faces), facts.shownBy());
  }

  private boolean dtls() {
    return test.listen().transport().equals("udp");
  }

  private void unknown(String reason) {
    context.undetermined(TlsClient.class, test.subject(), reason);
  }
}
