package dev.plumbline.probes.upnpsurface;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what one web server of the device describes, and calls those actions that only read. */
final class ControlPoint {
  private static final int MOST_CALLS = 24;
  private static final int MOST_LISTED = 100;

  private final ProbeContext context;
  private final UpnpRules rules;
  private final HttpClient client;
  private final Set<String> read = new LinkedHashSet<>();
  private final List<Map<String, String>> devices = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private final List<UpnpControl.Control> controls = new ArrayList<>();
  private final List<UpnpControl.Open> open = new ArrayList<>();
  private final List<UpnpControl.Action> guarded = new ArrayList<>();
  private final List<UpnpControl.NotCalled> notCalled = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<Wire> wire = Optional.empty();
  private int called;
  private String failure = "";

  ControlPoint(ProbeContext context, UpnpRules rules, Endpoint endpoint, boolean tls) {
    this.context = context;
    this.rules = rules;
    this.client = new HttpClient(context, endpoint, tls, HttpLimits.PAGE);
  }

  /** Reads the description at a path; whether there is one. */
  boolean describe(String path) throws InterruptedException {
    if (read.contains(path)) {
      return true;
    }
    try {
      return readDescription(path);
    } catch (IllegalArgumentException | TooMuchWorkException | StackOverflowError e) {
      missed(path);
      return false;
    }
  }

  private boolean readDescription(String path) throws InterruptedException {
    Optional<Description> description = get(path).flatMap(Description::parse);
    if (description.isEmpty()) {
      return false;
    }
    read.add(path);
    devices.addAll(description.get().devices());
    text.append(description.get().text());
    String base = Location.path(description.get().base(), path);
    for (Description.Service service : description.get().services()) {
      services.add(service.type());
      look(service, base);
    }
    if (description.get().services().size() == Description.MOST_SERVICES) {
      unread.add("what " + path + " describes beyond " + Description.MOST_SERVICES + " services");
    }
    return true;
  }

  /** Notes a description that was announced and not read. */
  void missed(String path) {
    unread.add(path);
  }

  private void look(Description.Service service, String base) throws InterruptedException {
    List<Action> actions =
        get(Location.path(service.scpd(), base)).map(Action::parse).orElse(List.of());
    if (actions.isEmpty() || !service.type().matches("[A-Za-z0-9:._-]{3,200}")) {
      unread.add(service.type());
      return;
    }
    controls.add(new UpnpControl.Control(service.type(), Location.path(service.control(), base)));
    for (Action action : actions) {
      boolean reads = !action.takes() && rules.reads().matcher(action.name()).matches();
      if (reads && called < MOST_CALLS) {
        call(new Call(service.type(), action.name()), Location.path(service.control(), base));
      } else if (notCalled.size() < MOST_LISTED) {
        notCalled.add(
            new UpnpControl.NotCalled(
                service.type(), action.name(), Optional.empty(), Optional.empty()));
      }
    }
  }

  private void call(Call call, String path) throws InterruptedException {
    called++;

    try {
      Exchange exchange = client.send(call.request(path));
      Map<String, String> values = call.values(exchange.response());
      values.forEach(
          (name, value) -> {
            if (rules.secrets().matcher(name).find()) {
              context.redact(value);
            }
          });
      switch (call.outcome(exchange.response(), rules)) {
        case ANSWERED -> {
          open.add(
              new UpnpControl.Open(
                  call.service(), call.action(), path, List.copyOf(values.keySet())));
          wire = Optional.of(exchange.wire());
          values.forEach((name, value) -> text.append(told(name, value)));
        }
        case FORBIDDEN ->
            guarded.add(new UpnpControl.Action(call.service(), call.action(), Optional.of(path)));
        case UNCLEAR -> unclear(call, path, "HTTP status " + exchange.response().status());
      }
    } catch (IOException | IllegalArgumentException e) {
      unclear(call, path, String.valueOf(e.getMessage()));
    }
  }

  private void unclear(Call call, String path, String why) {
    notCalled.add(
        new UpnpControl.NotCalled(
            call.service(), call.action(), Optional.of(path), Optional.of(why)));
  }

  /** A value as a line in which a reader of disclosures knows a secret by its name. */
  private String told(String name, String value) {
    return (rules.secrets().matcher(name).find() ? "password=" : name + ": ") + value + '\n';
  }

  private Optional<String> get(String path) throws InterruptedException {
    try {
      Exchange exchange = client.send(HttpRequest.get(path));
      if (exchange.response().truncated()) {
        failure = "an answer broke off, or had no end";
      }
      if (!exchange.response().isOk() || exchange.response().truncated()) {
        return Optional.empty();
      }
      wire = wire.or(() -> Optional.of(exchange.wire()));
      return Optional.of(exchange.response().text());
    } catch (IOException | IllegalArgumentException e) {
      failure = String.valueOf(e.getMessage());
      return Optional.empty();
    }
  }

  Endpoint endpoint() {
    return client.endpoint();
  }

  /** Whether it failed to answer, so that asking on would only cost time. */
  boolean failed() {
    return !failure.isEmpty();
  }

  boolean described() {
    return !devices.isEmpty();
  }

  /** Why nothing could be read. */
  String failure() {
    return failure.isEmpty() ? "no description of a device came" : failure;
  }

  /** Descriptions and values, for what they give away. */
  String text() {
    return text.toString();
  }

  Optional<Wire> wire() {
    return wire;
  }

  UpnpControl fact() {
    return new UpnpControl(
        true,
        devices,
        services,
        controls,
        open,
        guarded,
        notCalled,
        List.copyOf(read),
        called,
        unread);
  }
}
