package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Logins, and the services that they guard. */
final class LoginStatements {
  private static final String LOGIN = "authenticationMechanism";
  private static final CellPattern PASSWORD =
      CellPattern.value("factorKind", "password-user-defined", "password-pre-installed");

  private LoginStatements() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        new ContradictionKind("PLB-6102", LoginStatements::openHereGuardedThere),
        new ContradictionKind("PLB-6103", LoginStatements::sameDoor),
        new ContradictionKind("PLB-6104", LoginStatements::cryptographyAsLogin),
        new ContradictionKind("PLB-6105", LoginStatements::loginWithoutFactor),
        ContradictionKind.within(
            "PLB-6106",
            TableRole.AUTHENTICATION_MECHANISMS,
            CellPattern.none("bruteForcePrevention"),
            CellPattern.positive("attemptsBeforeDelay")),
        new ContradictionKind("PLB-6107", LoginStatements::guessingNotApplicable),
        new ContradictionKind("PLB-6108", LoginStatements::notChangeable));
  }

  /** A service that wants a password, and its login that asks for none. */
  private static Stream<Pair> openHereGuardedThere(Paper paper) {
    return paper
        .rows(TableRole.SOFTWARE_SERVICES)
        .flatMap(
            service ->
                CellPattern.affirms(LOGIN, Topic.PASSWORDS).in(service, paper).stream()
                    .flatMap(
                        wants ->
                            loginsOf(service, paper)
                                .flatMap(l -> open(l, paper).stream())
                                .map(open -> new Pair(open, wants))));
  }

  private static Stream<IxitEntry> loginsOf(IxitEntry service, Paper paper) {
    Optional<Quote> named = Paper.cell(service, LOGIN);
    return paper
        .rows(TableRole.AUTHENTICATION_MECHANISMS)
        .filter(
            l ->
                Paper.namesakes(service, l)
                    || named.filter(n -> Paper.names(n.text(), l)).isPresent());
  }

  private static Optional<Quote> open(IxitEntry login, Paper paper) {
    boolean password =
        CellPattern.affirms("authenticationFactor", Topic.PASSWORDS).in(login, paper).isPresent();
    return password
        ? Optional.empty()
        : ContradictionKind.first(
            paper,
            login,
            new CellPattern(
                "description",
                (q, p) ->
                    Optional.of(q).filter(x -> p.words().speaksOf(Topic.OPEN_TO_ALL, x.text()))),
            CellPattern.none("authenticationFactor"));
  }

  /** A service without a login at the port at which a login is asked for. */
  private static Stream<Pair> sameDoor(Paper paper) {
    return paper
        .rows(TableRole.SOFTWARE_SERVICES)
        .flatMap(
            service ->
                CellPattern.none(LOGIN).in(service, paper).stream()
                    .flatMap(
                        none ->
                            paper
                                .rows(TableRole.AUTHENTICATION_MECHANISMS)
                                .filter(
                                    l ->
                                        l.texts("endpoints").stream()
                                            .anyMatch(service.texts("endpoints")::contains))
                                .flatMap(
                                    l ->
                                        PASSWORD.in(l, paper).stream()
                                            .flatMap(f -> Paper.cell(l, "endpoints").stream()))
                                .map(door -> new Pair(none, door))));
  }

  /** A row of cryptography where a row of a login is asked for. */
  private static Stream<Pair> cryptographyAsLogin(Paper paper) {
    return paper
        .rows(TableRole.SOFTWARE_SERVICES)
        .flatMap(s -> Paper.cell(s, LOGIN).stream())
        .filter(
            q ->
                paper
                    .rows(TableRole.AUTHENTICATION_MECHANISMS)
                    .noneMatch(l -> Paper.names(q.text(), l)))
        .flatMap(
            q ->
                paper
                    .rows(
                        TableRole.COMMUNICATION_MECHANISMS,
                        TableRole.SECURITY_PARAMETERS,
                        TableRole.SECURITY_IMPLEMENTATIONS)
                    .filter(c -> Paper.names(q.text(), c))
                    .flatMap(c -> Paper.cell(c, "description").stream())
                    .limit(1)
                    .map(c -> new Pair(q, c)));
  }

  private static Stream<Pair> loginWithoutFactor(Paper paper) {
    return paper
        .rows(TableRole.SOFTWARE_SERVICES)
        .flatMap(s -> Paper.cell(s, LOGIN).stream())
        .filter(q -> !paper.saysNone(q))
        .filter(q -> !paper.words().saysNotApplicable(q.text()))
        .flatMap(
            q ->
                paper
                    .rows(TableRole.AUTHENTICATION_MECHANISMS)
                    .filter(l -> Paper.names(q.text(), l))
                    .flatMap(l -> CellPattern.none("authenticationFactor").in(l, paper).stream())
                    .map(f -> new Pair(q, f)));
  }

  private static Stream<Pair> guessingNotApplicable(Paper paper) {
    return paper
        .rows(TableRole.AUTHENTICATION_MECHANISMS)
        .filter(l -> PASSWORD.in(l, paper).isPresent())
        .flatMap(
            l ->
                ContradictionKind.pair(
                    CellPattern.notApplicable("bruteForcePrevention").in(l, paper),
                    CellPattern.yes("networkReachable").in(l, paper)));
  }

  private static Stream<Pair> notChangeable(Paper paper) {
    return paper
        .rows(TableRole.AUTHENTICATION_MECHANISMS)
        .filter(l -> PASSWORD.in(l, paper).isPresent())
        .filter(l -> CellPattern.value("kind", "user").in(l, paper).isPresent())
        .flatMap(l -> CellPattern.no("changeable").in(l, paper).stream())
        .flatMap(q -> paper.yes("changeablePasswords").map(y -> new Pair(q, y)));
  }
}
