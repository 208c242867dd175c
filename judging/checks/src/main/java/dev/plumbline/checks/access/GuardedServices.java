package dev.plumbline.checks.access;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.logins.Logins;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of the table of software services and the logins that guard them. */
record GuardedServices(Facts facts) {
  static final String MECHANISM = "authenticationMechanism";

  /** The authentication mechanisms that the item is about: its second row, or all referred to. */
  List<IxitEntry> mechanisms(TestItem item) {
    return item.second()
        .map(List::of)
        .orElseGet(() -> item.entry().stream().flatMap(this::named).toList());
  }

  private Stream<IxitEntry> named(IxitEntry service) {
    return service.texts(MECHANISM).stream().flatMap(id -> mechanism(id).stream());
  }

  /** Whether any login that a service names, or that is declared at an endpoint, may be by one. */
  boolean mayTakePasswords(IxitEntry service, Endpoint endpoint) {
    Declared declared = Declared.of(facts);
    return Stream.concat(
            named(service),
            declared.table(TableRole.AUTHENTICATION_MECHANISMS).stream()
                .filter(m -> declared.endpoints(m).contains(endpoint)))
        .anyMatch(Logins::mayBeByPassword);
  }

  private Optional<IxitEntry> mechanism(String id) {
    return Declared.of(facts).table(TableRole.AUTHENTICATION_MECHANISMS).stream()
        .filter(m -> id.equals(m.id()) || id.equals(m.subject()))
        .findFirst();
  }

  List<Endpoint> endpoints(TestItem item) {
    return item.entry().map(s -> Declared.of(facts).endpoints(s)).orElse(List.of());
  }

  /** Why a test at the endpoints of the service says nothing of some of its logins. */
  List<String> untestable(TestItem item) {
    List<String> gaps = new ArrayList<>();
    if (item.second().isEmpty()) {
      item.entry().stream()
          .flatMap(s -> s.texts(MECHANISM).stream())
          .filter(id -> mechanism(id).isEmpty())
          .forEach(id -> gaps.add("no row describes the login " + id));
    }
    List<IxitEntry> mechanisms = mechanisms(item);
    if (mechanisms.isEmpty() && gaps.isEmpty()) {
      gaps.add("the service names no login");
    }
    List<Endpoint> tested = endpoints(item);
    mechanisms.stream()
        .filter(m -> Declared.of(facts).endpoints(m).stream().noneMatch(tested::contains))
        .forEach(m -> gaps.add(m.id() + " names no endpoint of the service"));
    return gaps;
  }
}
