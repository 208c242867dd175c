package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.certificates}. */
@Kind(value = "firmware.certificates", subject = "`DUT`")
@Says("Certificates in an image.")
public record FirmwareCertificates(
    @Says("the first 20,000") List<Certificate> found,
    @Says("number of all") long count,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** A certificate. */
  @Says("A certificate.")
  public record Certificate(
      @Says("where") String place,
      @Says("the line") Optional<Long> line,
      @Says("whose it is, or `unreadable`") String subject,
      @Says("first day") Optional<String> notBefore,
      @Says("last day") Optional<String> notAfter,
      @Says("of the key") Optional<String> keyAlgorithm,
      @Says("size of the key") Optional<Long> keyBits,
      @Says("of the signature") Optional<String> signatureAlgorithm,
      @Says("whether it may issue others") Optional<Boolean> authority,
      @Says("signed by its own key") Optional<Boolean> selfSigned) {}
}
