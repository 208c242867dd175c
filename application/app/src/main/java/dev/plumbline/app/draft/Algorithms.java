package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.observation.tls.TlsGroups;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The algorithms that an endpoint accepts, as tables name them.
 *
 * @param whole whether each list that they come from is complete
 */
record Algorithms(List<String> names, boolean whole, String from) {
  private static final Map<String, String> HASHES =
      Map.of("SHA", "SHA-1", "SHA256", "SHA-256", "SHA384", "SHA-384", "MD5", "MD5");

  /** Empty where nothing was seen of them. */
  static Optional<Algorithms> of(Known known, String subject) {
    Optional<Algorithms> ssh = known.seen(SshAlgorithms.class, subject).map(Algorithms::ssh);
    return ssh.or(() -> tls(known, subject));
  }

  private static Algorithms ssh(Seen<SshAlgorithms> seen) {
    SshAlgorithms a = seen.fact();
    List<String> names =
        Stream.of(a.kex(), a.hostKey(), a.ciphers(), a.macs())
            .flatMap(List::stream)
            .distinct()
            .toList();
    return new Algorithms(names, true, seen.from());
  }

  private static Optional<Algorithms> tls(Known known, String subject) {
    Optional<Seen<TlsVersions>> versions = known.seen(TlsVersions.class, subject);
    Optional<Seen<TlsSuites>> suites = known.seen(TlsSuites.class, subject);
    Optional<Seen<TlsGroups>> groups = known.seen(TlsGroups.class, subject);
    Set<String> names = new LinkedHashSet<>();
    versions.ifPresent(v -> names.addAll(v.fact().accepted()));
    suites.ifPresent(s -> names.addAll(ofSuites(s.fact().accepted())));
    groups.ifPresent(g -> g.fact().accepted().forEach(n -> names.add(group(n))));
    boolean whole =
        versions.isPresent()
            && versions.get().fact().undecided().isEmpty()
            && suites.filter(s -> s.fact().complete()).isPresent();
    List<String> from =
        Stream.of(versions.map(Seen::from), suites.map(Seen::from), groups.map(Seen::from))
            .flatMap(Optional::stream)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Algorithms(List.copyOf(names), whole, String.join(", ", from)));
  }

  /** The parts of suites; of those that are not understood, the whole name. */
  static List<String> ofSuites(List<String> suites) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : suites) {
      Optional<TlsSuite> suite = TlsSuite.parse(name);
      names.addAll(suite.map(Algorithms::parts).orElse(List.of(name)));
    }
    return List.copyOf(names);
  }

  private static List<String> parts(TlsSuite suite) {
    List<String> parts = new ArrayList<>();
    Stream.of(suite.agreement(), suite.authentication())
        .filter(p -> !p.isEmpty())
        .forEach(parts::add);
    parts.add(suite.cipher().replace('_', '-'));
    suite.mac().ifPresent(m -> parts.add(HASHES.getOrDefault(m, m)));
    return parts;
  }

  private static String group(String name) {
    return name.startsWith("secp") && name.endsWith("r1")
        ? "P-" + name.substring("secp".length(), name.length() - "r1".length())
        : name.startsWith("x") ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** How sure the list is. */
  Certainty certainty() {
    return whole ? Certainty.CERTAIN : Certainty.LIKELY;
  }
}
