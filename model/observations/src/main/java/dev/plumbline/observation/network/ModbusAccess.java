package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code modbus.access}. */
@Kind(value = "modbus.access", subject = "endpoint")
@Says("What was read over Modbus, which knows no login; unit 1 alone.")
public record ModbusAccess(
    @Says("it speaks Modbus") boolean present,
    @Says("maker, product and revision") List<String> identification,
    @Says("what was read") List<Open> open,
    @Says("nothing: the protocol knows no login") List<String> guarded,
    @Coverage @Says("what got no answer") List<String> unanswered)
    implements Presence {
  /** What was read. */
  @Says("What was read.")
  public record Open(@Says("what") String path, @Says("what it holds") String kind) {}
}
