package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code firmware.hardening}. */
@Kind(value = "firmware.hardening", subject = "`DUT`")
@Says("Protections of binaries.")
public record FirmwareHardening(
    @Says("protection (`relro`, `canary`, `nx`, `pie`) to the number of binaries that lack " + "it")
        Map<String, Long> without,
    @Says("the first 20,000, where the tool lists them") Optional<List<Binary>> binaries,
    @Coverage @Says("what was looked at") Optional<String> target,
    @Coverage @Field("binaries") @Says("number looked at") long number,
    @Coverage @Says("all are in `binaries`") Optional<Boolean> complete)
    implements Fact {
  /** A binary. */
  @Says("A binary.")
  public record Binary(
      @Says("where") String file,
      @Says("as the tool says") Optional<String> relro,
      @Says("as the tool says") Optional<String> canary,
      @Says("as the tool says") Optional<String> nx,
      @Says("as the tool says") Optional<String> pie,
      @Says("as the tool says") Optional<String> fortified,
      @Says("as the tool says") Optional<String> rpath,
      @Says("as the tool says") Optional<String> symbols) {}
}
