package dev.plumbline.checks.crypto;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * What the rows about an endpoint say of its certificate; {@code certificates.yaml} has the words.
 *
 * @param words the words that say who issues it
 * @param days how long it is said to be valid; 0 where no row says
 */
record DeclaredCertificate(Issuer issuer, String words, long days) {
  private static final Mapping WORDS = CheckData.read("certificates.yaml");
  private static final List<BoundedPattern> ITSELF = patterns("itself");
  private static final List<BoundedPattern> AUTHORITY = patterns("authority");
  private static final List<Lifetime> LIFETIME =
      WORDS.mappings("lifetime").stream()
          .map(
              m ->
                  new Lifetime(
                      CheckData.pattern(m, "match"), Long.parseLong(m.text("days").orElseThrow())))
          .toList();
  private static final BoundedPattern NOT = BoundedPattern.compile(WORDS.text("not").orElseThrow());

  /** A unit of time, with the words that give a number of it as a lifetime. */
  private record Lifetime(BoundedPattern match, long days) {}

  /** Who issues the certificate, as declared. */
  enum Issuer {
    /** Self-signed, or known to its clients by itself. */
    ITSELF,
    AUTHORITY,
    UNSTATED
  }

  /** Every row that names the endpoint speaks of the same certificate. */
  static DeclaredCertificate of(Facts facts, IxitEntry row, Endpoint at) {
    List<String> texts =
        Stream.concat(
                Stream.of(row),
                Stream.of(TableRole.AUTHENTICATION_MECHANISMS, TableRole.COMMUNICATION_MECHANISMS)
                    .flatMap(t -> Declared.of(facts).table(t).stream())
                    .filter(r -> r.texts("endpoints").contains(at.service())))
            .distinct()
            .map(r -> r.text("cryptographicDetails"))
            .toList();
    Optional<String> itself = first(ITSELF, texts);
    Optional<String> authority = first(AUTHORITY, texts);
    Issuer issuer =
        itself.isPresent()
            ? Issuer.ITSELF
            : authority.isPresent() ? Issuer.AUTHORITY : Issuer.UNSTATED;
    return new DeclaredCertificate(
        issuer,
        authority.orElse(""),
        texts.stream().mapToLong(DeclaredCertificate::days).max().orElse(0));
  }

  private static List<BoundedPattern> patterns(String key) {
    return WORDS.texts(key).stream().map(BoundedPattern::compile).toList();
  }

  private static Optional<String> first(List<BoundedPattern> patterns, List<String> texts) {
    return texts.stream()
        .flatMap(t -> patterns.stream().flatMap(p -> p.matcher(t).results()))
        .map(java.util.regex.MatchResult::group)
        .filter(words -> !NOT.matcher(words).find())
        .findFirst();
  }

  private static long days(String text) {
    for (Lifetime unit : LIFETIME) {
      Matcher m = unit.match().matcher(text);
      if (m.find()) {
        return Long.parseLong(m.group(1)) * unit.days();
      }
    }
    return 0;
  }
}
