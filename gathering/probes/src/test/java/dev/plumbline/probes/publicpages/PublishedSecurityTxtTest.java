package dev.plumbline.probes.publicpages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.page.PageSecurityTxt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedSecurityTxtTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static PublishedSecurityTxt of(String... lines) {
    return PublishedSecurityTxt.parse(String.join("\n", lines), NOW, List.of());
  }

  @Test
  void aWholeFileIsValid() {
    PublishedSecurityTxt file =
        of(
            "# We thank you",
            "Contact: mailto:psirt@maker.example",
            "contact: https://maker.example/report",
            "Expires: 2026-12-31T23:59:59z",
            "Policy: https://maker.example/policy",
            "Preferred-Languages: en, de");
    assertThat(file.faults()).isEmpty();
    assertThat(file.valid()).isTrue();
    PageSecurityTxt fact = file.fact(List.of());
    assertThat(fact.policy()).isEqualTo("https://maker.example/policy");
    assertThat(fact.languages()).isEqualTo("en, de");
    assertThat(fact.contact())
        .containsExactly("mailto:psirt@maker.example", "https://maker.example/report");
  }

  @Test
  void aSignedFileIsReadInsideItsSignature() {
    PublishedSecurityTxt file =
        of(
            "-----BEGIN PGP SIGNED MESSAGE-----",
            "Hash: SHA512",
            "",
            "Contact: mailto:a@b.example",
            "Expires: 2026-12-31T00:00:00Z",
            "-----BEGIN PGP SIGNATURE-----",
            "",
            "iHUEARYKAB0",
            "-----END PGP SIGNATURE-----");
    assertThat(file.valid()).isTrue();
  }

  @Test
  void eachFaultHasItsName() {
    assertThat(of("Expires: 2026-12-31T00:00:00Z").faults()).containsExactly("missing-contact");
    assertThat(of("Contact: mailto:a@b.c").faults()).containsExactly("missing-expires");
    assertThat(of("Contact: mailto:a@b.c", "Expires: 2020-01-01T00:00:00Z").faults())
        .containsExactly("expired");
    assertThat(of("Contact: mailto:a@b.c", "Expires: soon").faults())
        .containsExactly("expires-unreadable");
    assertThat(of("Contact: a@b.c", "Expires: 2026-12-31T00:00:00Z").faults())
        .containsExactly("contact-not-uri");
    assertThat(of("Contact: http://b.c", "Expires: 2026-12-31T00:00:00Z").faults())
        .containsExactly("contact-not-https");
    assertThat(of("Contact: mailto:a@b.c", "Expires: 2026-12-31T00:00:00Z", "hello").faults())
        .containsExactly("not-a-field");
  }

  @Test
  void adviceDoesNotMakeItInvalid() {
    PublishedSecurityTxt file = of("Contact: mailto:a@b.c", "Expires: 2031-01-01T00:00:00Z");
    assertThat(file.faults()).containsExactly("far-expiry");
    assertThat(file.valid()).isTrue();
  }
}
