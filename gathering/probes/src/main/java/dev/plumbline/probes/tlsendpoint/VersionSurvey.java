package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import dev.plumbline.probes.tlsendpoint.HelloResult.Refused;
import dev.plumbline.probes.tlsendpoint.HelloResult.Unclear;
import dev.plumbline.probes.tlsendpoint.VersionResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for every version with every suite: offers them in chunks, strikes the accepted one out and
 * asks again until the endpoint refuses the rest.
 */
final class VersionSurvey {
  /** Some small stacks give up on hellos with more than 150 suites. */
  private static final int CHUNK = 100;

  private static final String NONSENSE = "agrees to a cipher suite that does not exist";

  private final Interrogation interrogation;
  private final SuiteOrder order;
  private boolean tested;
  private boolean believesAnything;

  VersionSurvey(Interrogation interrogation) {
    this.interrogation = interrogation;
    this.order = new SuiteOrder(interrogation);
  }

  /** All versions, oldest first. */
  List<VersionResult> run() throws InterruptedException {
    List<ProtocolVersion> newestFirst = List.of(ProtocolVersion.values()).reversed();
    List<VersionResult> results = new ArrayList<>();
    for (ProtocolVersion version : newestFirst) {
      results.addFirst(survey(version));
    }
    // What was asked before the first agreement could not be compared with one.
    for (int i = 0; i < results.size() && interrogation.controlled() && !believesAnything; i++) {
      if (results.get(i).state() == State.UNDECIDED) {
        results.set(i, survey(results.get(i).version()));
      }
    }
    return results;
  }

  private VersionResult survey(ProtocolVersion version) throws InterruptedException {
    if (believesAnything) {
      return VersionResult.undecided(version, NONSENSE);
    }
    return switch (version) {
      case SSL2 -> sslv2();
      case TLS13 -> survey(version, List.of(Hellos.codes(CodeBook.TLS13_SUITES)));
      default -> survey(version, chunks(Hellos.codes(CodeBook.CLASSIC_SUITES)));
    };
  }

  private VersionResult survey(ProtocolVersion version, List<List<Integer>> chunks)
      throws InterruptedException {
    List<List<Integer>> accepted = new ArrayList<>();
    List<Agreed> agreements = new ArrayList<>();
    HelloResult last = new Unclear("nothing was asked");
    for (List<Integer> chunk : chunks) {
      List<Integer> left = new ArrayList<>(chunk);
      List<Integer> found = new ArrayList<>();
      while (!left.isEmpty()) {
        last = interrogation.ask(Hellos.offering(version, left));
        if (!(last instanceof Agreed agreed)) {
          break;
        }
        int suite = agreed.flight().suites().getFirst();
        if (agreements.isEmpty()) {
          if (agreesToNonsense(version)) {
            return VersionResult.undecided(version, NONSENSE);
          }
          interrogation.control(Hellos.offering(version, List.of(suite)));
        }
        agreements.add(agreed);
        found.add(suite);
        left.removeIf(code -> code == suite);
      }
      accepted.add(found);
      if (last instanceof Unclear
          || (agreements.isEmpty() && last instanceof Refused refused && refused.ofVersion())) {
        break;
      }
    }
    if (agreements.isEmpty()) {
      return empty(version, last);
    }
    boolean complete = !(last instanceof Unclear);
    SuiteOrder.Ordered ordered = order.of(version, accepted);
    String reason = last instanceof Unclear unclear ? unclear.reason() : "";
    return new VersionResult(
        version,
        State.ACCEPTED,
        reason,
        ordered.suites(),
        complete,
        ordered.byServer(),
        agreements);
  }

  /** A peer that takes whatever is offered tells nothing; asked once, at the first agreement. */
  private boolean agreesToNonsense(ProtocolVersion version) throws InterruptedException {
    if (!tested) {
      tested = true;
      believesAnything =
          interrogation.ask(Hellos.offering(version, List.of(Hellos.NO_SUITE))) instanceof Agreed;
    }
    return believesAnything;
  }

  private static VersionResult empty(ProtocolVersion version, HelloResult last) {
    return switch (last) {
      case Refused refused when refused.firm() -> VersionResult.refused(version, refused.how());
      case Refused refused ->
          VersionResult.undecided(version, refused.how() + ", without any agreement before");
      case Unclear unclear -> VersionResult.undecided(version, unclear.reason());
      case Agreed agreed -> throw new IllegalStateException("agreed: " + agreed);
    };
  }

  private VersionResult sslv2() throws InterruptedException {
    return switch (interrogation.askSslv2()) {
      case Agreed agreed -> {
        if (!interrogation.controlled()) {
          interrogation.controlSslv2();
        }
        yield new VersionResult(
            ProtocolVersion.SSL2,
            State.ACCEPTED,
            "",
            agreed.flight().suites(),
            true,
            Optional.empty(),
            List.of(agreed));
      }
      case HelloResult other -> empty(ProtocolVersion.SSL2, other);
    };
  }

  private static List<List<Integer>> chunks(List<Integer> codes) {
    List<List<Integer>> chunks = new ArrayList<>();
    for (int i = 0; i < codes.size(); i += CHUNK) {
      chunks.add(codes.subList(i, Math.min(codes.size(), i + CHUNK)));
    }
    return chunks;
  }
}
