package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code upnp.control}. */
@Kind(value = "upnp.control", subject = "endpoint of the web server")
@Says(
    "Actions of UPnP that answer without a login. Actions that were not called may be"
        + " open too.")
public record UpnpControl(
    @Says("descriptions were read") boolean present,
    @Says("fields of the descriptions") List<Map<String, String>> devices,
    @Says("types of services") List<String> services,
    @Says("where they are controlled") List<Control> controls,
    @Says("actions that answered a caller without a login") List<Open> open,
    @Says("actions that said no") List<Action> guarded,
    @Says(
            "actions that take something or whose name does not say that they read, and those"
                + " whose answer was unclear")
        List<NotCalled> notCalled,
    @Coverage @Says("paths read") List<String> descriptions,
    @Coverage @Says("number of actions called") long called,
    @Coverage @Says("services without a readable description") List<String> unread)
    implements Presence {
  /** Where a service is controlled. */
  @Says("Where a service is controlled.")
  public record Control(@Says("its type") String service, @Says("where") String path) {}

  /** An action that answered. */
  @Says("An action that answered.")
  public record Open(
      @Says("type of the service") String service,
      @Says("its name") String action,
      @Says("where") String path,
      @Says("names of what it gave") List<String> values) {}

  /** An action that said no. */
  @Says("An action that said no.")
  public record Action(
      @Says("type of the service") String service,
      @Says("its name") String action,
      @Says("where") Optional<String> path) {}

  /** An action that was not called, or whose answer was unclear. */
  @Says("An action that was not called, or whose answer was unclear.")
  public record NotCalled(
      @Says("type of the service") String service,
      @Says("its name") String action,
      @Says("where") Optional<String> path,
      @Says("why its answer was unclear") Optional<String> reason) {}
}
