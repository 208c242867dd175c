package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.addresses}. */
@Kind(value = "firmware.addresses", subject = "`DUT`")
@Says("Addresses in an image, each once, at its first place.")
public record FirmwareAddresses(
    @Says("the first 20,000") List<Address> found,
    @Says("number of all") long count,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Says("format to number of containers that were opened to their end")
        Map<String, Long> opened,
    @Coverage @Says("number of files looked at") long files,
    @Coverage @Says("number of bytes looked at") long bytes,
    @Coverage @Says("the first 20,000 parts that were not opened") List<Unopened> unopened,
    @Coverage @Says("everything was opened and all rows are kept") boolean complete)
    implements Counted {
  /** An address. */
  @Says("An address.")
  public record Address(
      @Says("the host") String host,
      @Says("of the URL, or `ip` for an address in a text") String scheme,
      @Says("the port") Optional<String> port,
      @Says("where") String place,
      @Says("the line") Optional<Long> line) {}
}
