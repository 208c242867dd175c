package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Product;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Parts of the right password in answers to wrong logins. A part counts that is long and mixed
 * enough to stand nowhere by chance, and that no other declared name or number of the device holds.
 */
final class PasswordHints {
  private static final int SHORTEST = 6;
  private static final BoundedPattern LETTER = BoundedPattern.compile("\\p{L}");
  private static final BoundedPattern TWO_DIGITS = BoundedPattern.compile("\\d\\D*\\d");

  private final String password;
  private final List<String> known;
  private final Set<String> found = new TreeSet<>();

  /**
   * @param product its other data may stand on any page
   */
  PasswordHints(String password, Product product) {
    this.password = password;
    this.known =
        Stream.concat(
                Stream.of(
                    product.manufacturer(),
                    product.name(),
                    product.model(),
                    product.hardwareVersion(),
                    product.softwareVersion(),
                    product.unit(),
                    product.serial(),
                    product.mac()),
                product.credentials().stream().map(Product.Credential::user))
            .map(PasswordHints::bare)
            .toList();
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }

  /**
   * Looks for parts of the password.
   *
   * @return the longest part that the text holds
   */
  Optional<String> read(String text) {
    Optional<String> beginning = part(text, true);
    Optional<String> end = part(text, false);
    beginning.ifPresent(p -> found.add("beginning"));
    end.ifPresent(p -> found.add("end"));
    return beginning.or(() -> end);
  }

  /** Which parts were seen: {@code beginning}, {@code end}. */
  List<String> found() {
    return List.copyOf(found);
  }

  private Optional<String> part(String text, boolean first) {
    for (int n = password.length(); n >= SHORTEST; n--) {
      String part = first ? password.substring(0, n) : password.substring(password.length() - n);
      if (text.contains(part)) {
        return Optional.of(part).filter(this::isTelling);
      }
    }
    return Optional.empty();
  }

  private boolean isTelling(String part) {
    return LETTER.matcher(part).find()
        && TWO_DIGITS.matcher(part).find()
        && known.stream().noneMatch(k -> k.contains(bare(part)));
  }
}
