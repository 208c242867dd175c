package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.login.LoginPasswordChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The login of one port, where it asks for a password. */
final class LoginSource implements DraftSource {
  private static final String ENDPOINTS = "endpoints";

  /** Kinds that programs use as often as people. */
  private static final Set<String> OF_PROGRAMS = Set.of("mqtt", "http-graphql", "onvif");

  private final Port port;

  LoginSource(Port port) {
    this.port = port;
  }

  @Override
  public void propose(Known known, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.AUTHENTICATION_MECHANISMS, ENDPOINTS);
    Optional<Seen<LoginMechanism>> login =
        known.seen(LoginMechanism.class, port.subject()).filter(s -> s.fact().password());
    if (table.isEmpty() || login.isEmpty()) {
      return;
    }
    String kind = login.get().fact().kind();
    String from = login.get().from();
    DraftRow row = tables.row(table.get(), port::isOf);
    row.seen(
            "description",
            "Login (" + kind + ") at " + port.service() + ".",
            Certainty.LIKELY,
            from)
        .seen("kind", "user", sure(!OF_PROGRAMS.contains(kind)), from)
        .seen("networkReachable", true, Certainty.CERTAIN, from)
        .seen(ENDPOINTS, List.of(port.service()), Certainty.CERTAIN, from);
    if (known.initialized()) {
      row.seen("factoryDefaultOnly", false, Certainty.CERTAIN, from);
    }
    Algorithms.of(known, port.subject())
        .ifPresent(a -> row.seen("algorithms", a.names(), Certainty.LIKELY, a.from()));
    known.seen(LoginBruteForce.class, port.subject()).ifPresent(b -> guesses(row, b));
    known
        .seen(LoginPasswordChange.class, port.subject())
        .filter(s -> s.fact().trials().stream().anyMatch(LoginSource::changed))
        .ifPresent(s -> row.seen("changeable", true, Certainty.CERTAIN, s.from()));
  }

  private static void guesses(DraftRow row, Seen<LoginBruteForce> seen) {
    Stream.of(seen.fact().lockedAfter(), seen.fact().slowedAfter())
        .flatMap(Optional::stream)
        .min(Long::compare)
        .ifPresent(n -> row.seen("attemptsBeforeDelay", n, Certainty.LIKELY, seen.from()));
  }

  private static boolean changed(LoginPasswordChange.Trial trial) {
    return trial.old().equals("refused") && trial.fresh().equals("accepted");
  }

  private static Certainty sure(boolean likely) {
    return likely ? Certainty.LIKELY : Certainty.GUESS;
  }
}
