package dev.plumbline.observation.hardware;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code debug.port}. */
@Kind(value = "debug.port", subject = "`15-…/ENTRY` of a marked trial, else `DUT`")
@Says(
    "What answers at a debug port. No port counts only for the pins that were "
        + "connected; no adapter: UNDETERMINED.")
public record DebugPort(
    @Says("ports that answered") List<Port> ports,
    @Says("cores") List<Core> cores,
    @Says("a core obeyed") boolean halted,
    @Says("transports on which the port said nothing") List<String> silent,
    @Says(
            "`locked` or `open`; absent where the log does not tell the level of read-out "
                + "protection")
        Optional<String> readOut,
    @Coverage @Says("as the tool says") Optional<String> transport,
    @Coverage @Says("speed") Optional<Long> kHz,
    @Coverage @Says("what the tool said of an unanswered port") Optional<String> silence,
    @Coverage @Says("outside of a marked trial") Optional<String> pins,
    @Coverage @Says("contacts that were connected in a marked trial") Optional<List<String>> pads,
    @Coverage
        @Says(
            "a voltage of the device, or an answer of a reference board to the same "
                + "transports and the note that the device has power, shows that silence counts")
        Optional<Boolean> control,
    @Coverage @Says("the trial was ended") Optional<Boolean> ended)
    implements Fact {
  /** A port. */
  @Says("A port.")
  public record Port(
      @Field("interface") @Says("`jtag` or `swd`") String port,
      @Says("its name") Optional<String> name,
      @Says("its id") Optional<String> id,
      @Says("who made it") Optional<String> maker,
      @Says("what it is") Optional<String> part) {}

  /** A core. */
  @Says("A core.")
  public record Core(
      @Says("its name") Optional<String> name, @Says("its kind") Optional<String> core) {}
}
