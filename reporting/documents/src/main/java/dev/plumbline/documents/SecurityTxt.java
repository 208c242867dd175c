package dev.plumbline.documents;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.documents.DocumentFacts.Spot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A security.txt file (RFC 9116): Contact and Expires have to be there (clauses 2.5.3 and 2.5.5),
 * links are https (2.4), and Expires lies ahead, by less than a year as the RFC recommends.
 *
 * @param lines without what is missing or wrong
 */
record SecurityTxt(List<String> lines, List<Lack> lacks) {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final BoundedPattern LINK = BoundedPattern.compile("https://[^\\s<>\"]+");
  private static final BoundedPattern MAIL = BoundedPattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
  private static final BoundedPattern CONTACT =
      BoundedPattern.compile("(mailto:[^\\s@<>\"]+@[^\\s@<>\"]+|tel:[+0-9()-]+)");
  private static final BoundedPattern LANGUAGES =
      BoundedPattern.compile("[A-Za-z0-9-]{2,20}(, ?[A-Za-z0-9-]{2,20}){0,40}");

  static SecurityTxt of(DocumentFacts declared, Instant now) {
    Maker maker = new Maker(declared, new ArrayList<>(), new ArrayList<>());
    maker.contact();
    maker.expires(now);
    maker.link("Policy", "user-information.vulnerabilityPolicyUrl", true);
    maker.link("Encryption", "supply.securityKeyUrl", false);
    maker.link("Canonical", "supply.securityTxtUrl", true);
    maker.languages();
    return new SecurityTxt(List.copyOf(maker.lines), List.copyOf(maker.lacks));
  }

  private record Maker(DocumentFacts declared, List<String> lines, List<Lack> lacks) {
    void contact() {
      String path = "user-information.vulnerabilityContact";
      Optional<String> contact = declared.fact(path);
      if (contact.isEmpty()) {
        lack("Contact for reports of vulnerabilities", path);
      } else if (MAIL.matcher(contact.get()).matches()) {
        lines.add(
            "Contact: "
                + (CONTACT.matcher(contact.get()).matches() ? "" : "mailto:")
                + contact.get());
      } else if (LINK.matcher(contact.get()).matches()
          || CONTACT.matcher(contact.get()).matches()) {
        lines.add("Contact: " + contact.get());
      } else {
        lack("Contact as a mail address, an https link or tel:", path);
      }
    }

    void expires(Instant now) {
      String path = "supply.securityTxtExpires";
      Optional<Instant> at = declared.fact(path).flatMap(Supply::point);
      if (at.isEmpty()) {
        lack("Until when security.txt may be relied on", path);
      } else if (!at.get().isAfter(now)) {
        lack("Expires that lies ahead: " + at.get() + " has passed", path);
      } else {
        lines.add("Expires: " + at.get().truncatedTo(ChronoUnit.SECONDS));
        if (Duration.between(now, at.get()).compareTo(LONGEST) > 0) {
          lack("Expires within a year, as RFC 9116 recommends; now " + at.get(), path);
        }
      }
    }

    void link(String field, String path, boolean needed) {
      Optional<String> link = declared.fact(path);
      if (link.filter(l -> LINK.matcher(l).matches()).isPresent()) {
        lines.add(field + ": " + link.get());
      } else if (link.isPresent() || needed) {
        lack(field + " as an https link", path);
      }
    }

    void languages() {
      String path = "supply.securityTxtLanguages";
      Optional<String> languages = declared.fact(path);
      if (languages.filter(l -> LANGUAGES.matcher(l).matches()).isPresent()) {
        lines.add("Preferred-Languages: " + languages.get());
      } else if (languages.isPresent()) {
        lack("Languages as tags with commas between, such as en, de", path);
      }
    }

    private void lack(String what, String path) {
      Spot spot = declared.spot(path);
      lacks.add(new Lack(what, spot.file(), spot.key()));
    }
  }
}
