package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code data.created}. */
@Kind(value = "data.created", subject = "`DUT`")
@Says(
    "What was stored through the driver before it was deleted. Nothing was stored: "
        + "UNDETERMINED.")
public record DataCreated(
    @Says("markers") List<Marker> stored,
    @Coverage @Says("of 25-DelFunc that it was for") List<String> rows)
    implements Fact {
  /** A stored marker. */
  @Says("A stored marker.")
  public record Marker(
      @Says("the action") @Words({"create-data", "create-service-data"}) String by,
      @Says("the text") String marker,
      @Says("the device or service showed it") boolean seen) {}
}
