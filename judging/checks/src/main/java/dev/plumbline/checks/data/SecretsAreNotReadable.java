package dev.plumbline.checks.data;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.firmware.FirmwareMarkers;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.firmware.FirmwareSignature;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.network.ConsoleSockets;
import dev.plumbline.observation.network.DeviceAddresses;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.TlsCertificate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No secret of the device can be read over the network without a login, out of its firmware image,
 * out of its storage, or on pages of its maker. It holds where what was read of this unit was
 * opened whole, what the row says of its protection shows there, and every service was looked at
 * without a login. A leak counts once, against the parameter that it fits best.
 */
public final class SecretsAreNotReadable implements Check {
  private static final TableRole TABLE = TableRole.SECURITY_PARAMETERS;
  private static final String FIELD = "storageProtection";
  private static final Set<String> READS = Set.of("traversal", "leak");

  @Override
  public List<String> needs() {
    return Kinds.keys(
        ServiceDisclosed.class,
        FirmwareSecrets.class,
        FirmwareMarkers.class,
        FirmwareSignature.class,
        TcpOpenPorts.class,
        LaterPorts.class,
        DeviceAddresses.class,
        ConsoleSockets.class,
        InputValidation.class,
        PageFetched.class,
        TlsCertificate.class);
  }

  /** Of certificates their keys are read alone. */
  @Override
  public boolean readsPolicy() {
    return false;
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Questions.Asked kept =
        questions.ask("Is the parameter unreadable without login?", row.subject());
    access(facts, questions, kept);
    leaks(facts).all().forEach((leak, candidates) -> weigh(row, leak, candidates, kept));
    storage(row, new Image(facts), questions);
    return questions
        .contradicting(
            Declared.place(row, "protectionScheme"), row.id() + ": " + row.text("protectionScheme"))
        .outcome(
            "Not protected as declared: ",
            "Take secrets out of backups, pages, logs and the firmware image, or encrypt them with"
                + " a key that stays in the device.",
            "What was read of the storage of this unit was opened whole; "
                + row.id()
                + " was not found there in the clear ("
                + String.join(", ", row.texts(FIELD))
                + " agrees with it), nor in what was read without login ("
                + questions.places()
                + ").");
  }

  /** What a reading of the storage says of the row. */
  private static void storage(IxitEntry row, Image image, Questions questions) {
    Questions.Asked stored =
        questions.ask("Is the parameter unreadable in the storage?", row.subject());
    Optional<Observation> secrets = image.secrets();
    Optional<Observation> markers = image.markers();
    if (secrets.isEmpty() || markers.isEmpty()) {
      stored.left(
          "not tested; needed: a reading of the storage of the unit (plumbline firmware DIR DUMP)",
          new Remedy.ImportFile("a reading of the storage (plumbline firmware DIR DUMP)"));
      return;
    }
    stored.answered(secrets.get(), "what was read holds no secret of this kind in the clear");
    stored.answered(markers.get(), "what was read holds no password of product.yaml");
    questions.lookedAt("what was read of the storage");
    image.whole(stored);
    if (!image.ofTheUnit()) {
      questions.gap(
          Questions.needed(
              "a reading of the storage inside the device; the image holds neither"
                  + " serial number nor MAC address of the unit"));
    }
    boolean login = row.text("type").equals("critical") && Image.isLogin(row);
    if (login && !image.lookedForPasswords()) {
      questions.gap("product.yaml names no password of the unit that could be looked for");
    }
    if (login) {
      image
          .passwords()
          .forEach(
              p -> questions.against("the password in use stands readable at " + p, markers.get()));
    }
    protection(row, image, questions);
  }

  private static void protection(IxitEntry row, Image image, Questions questions) {
    if (row.texts(FIELD).isEmpty()) {
      questions.gap(
          "row " + row.id() + " does not say how its storage is protected (" + FIELD + ")");
    }
    for (String scheme : row.texts(FIELD)) {
      switch (scheme) {
        case "encrypted" -> {
          if (image.secrets().filter(Image::looksEncrypted).isEmpty()) {
            questions.gap("no part of what was read looks encrypted");
          }
        }
        case "hashed", "secure-element" -> {}
        case "signed" -> signed(image, questions);
        default -> questions.gap(Questions.needed("a look at the protection by " + scheme));
      }
    }
    if (row.text("type").equals("public") && !row.texts(FIELD).contains("signed")) {
      questions.gap(Questions.needed("an attempt to exchange the public value of " + row.id()));
    }
  }

  private static void signed(Image image, Questions questions) {
    Optional<FirmwareSignature> signature =
        image.signature().flatMap(o -> o.as(FirmwareSignature.class));
    if (signature.isEmpty()) {
      questions.gap("whether what was read carries a signature is not told");
      return;
    }
    Observation shows = image.signature().get();
    questions.restsOn(shows);
    // A file that is called a signature is none yet.
    boolean shown =
        signature.get().parts().stream()
            .anyMatch(p -> p.state().equals("present") && !p.format().equals("file"));
    switch (signature.get().state()) {
      case "present" -> {
        if (!shown) {
          questions.gap("a file is called a signature; whether it is one is not told");
        }
      }
      case "absent" -> questions.against("what was read carries no signature", shows);
      default -> questions.gap("only a part of what was read carries a signature");
    }
  }

  /** Every open port was asked what it gives away, and HTTP for paths out of its folder. */
  private static void access(Facts facts, Questions questions, Questions.Asked kept) {
    NetworkFacts network = NetworkFacts.of(facts);
    questions.restsOn(facts.observations(TcpOpenPorts.class));
    new LaterLook(facts).tell(questions);
    network.searched("tcp", Set.of()).gaps().forEach(why -> kept.left(why));
    for (Endpoint endpoint : network.open()) {
      Optional<Seen<ServiceDisclosed>> asked =
          facts.newestSeen(ServiceDisclosed.class, endpoint.toString());
      asked.ifPresentOrElse(
          s -> {
            kept.answered(
                s.observation(), "no secret of this kind was found in what was read without login");
            questions.lookedAt(s.fact().looked() + " of " + endpoint);
          },
          () ->
              kept.left(
                  "what " + endpoint + " gives away without a login is not known",
                  new Remedy.RunProbe(List.of("service-identification", "http-surface"))));
    }
    facts.seen(InputValidation.class).stream()
        .filter(s -> s.fact().findings().stream().anyMatch(f -> READS.contains(f.kind())))
        .forEach(
            s ->
                questions.gap(
                    "odd input gets at files or keys at " + s.subject() + "; of whom is not told"));
  }

  /** Every leak with the parameters that it can be, the likeliest first. */
  private record Leaks(Map<Leak, List<IxitEntry>> all) {}

  private static Leaks leaks(Facts facts) {
    return facts.derived(
        Leaks.class,
        "",
        () -> {
          List<IxitEntry> parameters = Declared.of(facts).table(TABLE);
          Map<Leak, List<IxitEntry>> all = new LinkedHashMap<>();
          facts.observations(ServiceDisclosed.class).stream()
              .flatMap(Leak::in)
              .forEach(leak -> all.put(leak, leak.candidates(parameters)));
          facts.observations(FirmwareSecrets.class).stream()
              .flatMap(Leak::inImage)
              .forEach(leak -> all.put(leak, leak.candidates(parameters)));
          printedKeys(facts).forEach(leak -> all.put(leak, leak.candidates(parameters)));
          return new Leaks(all);
        });
  }

  /** Private keys on pages of the maker, of which an endpoint shows the public part. */
  private static Stream<Leak> printedKeys(Facts facts) {
    Map<String, Endpoint> inUse = new HashMap<>();
    for (Seen<TlsCertificate> shown : facts.seen(TlsCertificate.class)) {
      Optional<Endpoint> endpoint = Endpoint.parse(shown.observation().subject());
      Stream.concat(
              shown.fact().keySha256().stream(),
              shown.fact().others().stream()
                  .flatMap(List::stream)
                  .flatMap(other -> other.keySha256().stream()))
          .forEach(key -> endpoint.ifPresent(e -> inUse.putIfAbsent(key, e)));
    }
    return facts.seen(PageFetched.class).stream()
        .flatMap(
            page ->
                page.fact().privateKeys().stream()
                    .flatMap(List::stream)
                    .flatMap(
                        key ->
                            Optional.ofNullable(inUse.get(key.keySha256())).stream()
                                .map(e -> Leak.ofPage(e, key.page(), page.observation()))));
  }

  private static void weigh(
      IxitEntry row, Leak leak, List<IxitEntry> candidates, Questions.Asked kept) {
    List<String> ids = candidates.stream().map(IxitEntry::id).toList();
    String several = ids.size() < 2 ? "" : ", which can be that of any of " + ids;
    if (candidates.isEmpty()) {
      kept.left("no parameter is known to be this one: " + leak.told());
    } else if (candidates.getFirst().subject().equals(row.subject())) {
      kept.refuted(leak.shows(), leak.told() + several);
    } else if (ids.contains(row.id())) {
      kept.left("it can be this one: " + leak.told() + "; it counts at " + ids.getFirst());
    } else {
      kept.left("another parameter fits: " + leak.told());
    }
  }
}
