package dev.plumbline.observation.radio;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code radio.scan}. */
@Kind(value = "radio.scan", subject = "`radio/BAND`")
@Says(
    "Radios of the device that a scan heard in the band. The device heard in none: "
        + "UNDETERMINED; heard in one, nothing heard in another says that it was silent "
        + "there.")
public record RadioScan(
    @Says("radios, as far as the tool tells") List<Heard> heard,
    @Says("number of other radios there") long beside,
    @Coverage @Says("that the tool listens to") List<String> bands,
    @Coverage @Says("on which anything was heard") Optional<List<String>> channels,
    @Coverage @Says("when") Optional<String> from,
    @Coverage @Says("when") Optional<String> until,
    @Coverage @Says("between the first and the last radio heard") Optional<Long> seconds,
    @Coverage
        @Says(
            "seconds between the first and the last time that the device was heard; absent "
                + "where the tool does not tell")
        Optional<Long> present,
    @Coverage @Says("number of all in the file") long radios,
    @Coverage @Says("everything was kept") boolean complete)
    implements Fact {
  /** A radio. */
  @Says("A radio.")
  public record Heard(
      @Says("its band") @Words({"wifi", "bluetooth", "other"}) String band,
      @Says("what it is") Optional<String> kind,
      @Says("its name") Optional<String> name,
      @Says("its address") Optional<String> address,
      @Says("its channel") Optional<String> channel,
      @Says("as the tool says") Optional<List<String>> security,
      @Says("as the tool says") Optional<List<String>> cipher,
      @Says("as the tool says") Optional<List<String>> authentication,
      @Says("strength") Optional<Long> signal,
      @Says("the network that it is in") Optional<String> joined,
      @Says("networks that it asked for") Optional<List<String>> probed,
      @Says("what it speaks") Optional<String> protocol) {}
}
