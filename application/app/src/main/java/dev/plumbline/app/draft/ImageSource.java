package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.firmware.FirmwareAccounts;
import dev.plumbline.observation.firmware.FirmwareAccounts.Account;
import dev.plumbline.observation.firmware.FirmwareServices;
import dev.plumbline.observation.firmware.FirmwareServices.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Accounts with a password and services that start by themselves, of an image of the software. */
final class ImageSource implements DraftSource {
  private final Map<String, List<String>> startUp = DraftData.lists("start-up");

  @Override
  public void propose(Known known, DraftTables tables) {
    for (Seen<FirmwareAccounts> seen : known.seen(FirmwareAccounts.class)) {
      Set<String> named = new TreeSet<>();
      seen.fact().accounts().stream()
          .filter(a -> a.login().equals("yes") && a.scheme().isPresent() && named.add(a.name()))
          .forEach(a -> account(a, seen.from(), tables));
    }
    Set<String> spoken =
        Port.of(known).stream().map(Port::protocol).collect(Collectors.toCollection(TreeSet::new));
    for (Seen<FirmwareServices> seen : known.seen(FirmwareServices.class)) {
      Set<String> named = new TreeSet<>();
      seen.fact().found().stream()
          .filter(s -> startUp.containsKey(s.kind()))
          .filter(
              s -> startUp.getOrDefault(s.kind(), List.of()).stream().noneMatch(spoken::contains))
          .filter(s -> named.add(s.name()))
          .forEach(s -> service(s, seen.from(), tables));
    }
  }

  private static void account(Account account, String from, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.AUTHENTICATION_MECHANISMS, "factorKind");
    String text = "Account " + account.name() + " in " + account.place() + ".";
    table.ifPresent(
        t ->
            tables
                .row(t, r -> r.mentions(text))
                .seen("description", text, Certainty.LIKELY, from)
                .seen("factorKind", "password-pre-installed", Certainty.LIKELY, from)
                .seen("uniquePerDevice", false, Certainty.LIKELY, from));
  }

  private static void service(Service service, String from, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.SOFTWARE_SERVICES, "enabledByDefault");
    String text = service.name() + ", started by " + service.place() + ".";
    table.ifPresent(
        t ->
            tables
                .row(t, r -> r.mentions(service.name()))
                .seen("description", text, Certainty.LIKELY, from)
                .seen("status", "enabled by default", Certainty.LIKELY, from)
                .seen("enabledByDefault", true, Certainty.LIKELY, from));
  }
}
