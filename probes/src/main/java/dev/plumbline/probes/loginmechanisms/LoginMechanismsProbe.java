package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.ftp.FtpDoor;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpLimits;
import dev.plumbline.probes.login.LoginWords;
import dev.plumbline.probes.login.Services;
import dev.plumbline.probes.login.Services.Service;
import dev.plumbline.probes.telnet.TelnetDoor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the logins of each service. Sends no password. */
public final class LoginMechanismsProbe implements Probe {
  private static final String MECHANISM = "login.mechanism";

  private final ProbeSpec spec = ProbeSpec.load(LoginMechanismsProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    LoginWords words = LoginWords.load();
    for (Service service : Services.all(context)) {
      try {
        look(context, service, words);
      } catch (IOException e) {
        context.undetermined(
            MECHANISM,
            service.endpoint().toString(),
            "Whether it asks for a password cannot be told: " + e.getMessage());
      }
    }
  }

  private static void look(ProbeContext context, Service service, LoginWords words)
      throws IOException, InterruptedException {
    switch (service.protocol()) {
      case "http" -> http(context, service);
      case "ssh" -> ssh(context, service);
      case "telnet" -> {
        TelnetDoor door = new TelnetDoor(context, service.endpoint(), service.tls(), words);
        line(context, service, "telnet", door.asksPassword());
      }
      case "ftp" -> {
        FtpDoor door = new FtpDoor(context, service.endpoint(), service.tls(), words);
        line(context, service, "ftp", door.asksPassword());
      }
      case "mqtt" -> mqtt(context, service);
      case "modbus" ->
          context.seen(
              MECHANISM,
              service.endpoint().toString(),
              Mechanism.value(List.of()),
              Map.of("looked", List.of("the protocol knows no login")));
      case "rtsp" -> rtsp(context, service);
      default ->
          throw new IOException("no client here looks for a login over " + service.protocol());
    }
  }

  private static void http(ProbeContext context, Service service)
      throws IOException, InterruptedException {
    HttpClient client = new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
    HttpLogins logins = new HttpLogins(context, client);
    List<Mechanism> all = new ArrayList<>(logins.find());
    if (onvifAsks(context, service)) {
      all.add(new Mechanism("onvif", Optional.empty(), false, false));
    }
    Map<String, Object> value = Mechanism.value(all);
    boolean known = onvif(context, service).filter(o -> !o.seen()).isEmpty();
    if (all.isEmpty() && !known) {
      throw new IOException("whether it has a login of ONVIF is not known");
    }
    Map<String, Object> coverage =
        Map.of(
            "looked",
            List.copyOf(logins.looked()),
            "unanswered",
            known ? List.of() : List.of("onvif"));
    String subject = service.endpoint().toString();
    logins
        .wire()
        .ifPresentOrElse(
            wire -> context.seen(MECHANISM, subject, value, coverage, wire),
            () -> context.seen(MECHANISM, subject, value, coverage));
  }

  private static Optional<Observation> onvif(ProbeContext context, Service service) {
    return Services.newest(context, "onvif.access", service.endpoint());
  }

  private static boolean onvifAsks(ProbeContext context, Service service) {
    return onvif(context, service)
        .filter(Observation::seen)
        .filter(o -> o.flag("present").orElse(false))
        .filter(o -> !o.texts("guarded").isEmpty())
        .isPresent();
  }

  private static void ssh(ProbeContext context, Service service) throws IOException {
    Optional<Observation> methods =
        Services.newest(context, "ssh.methods", service.endpoint()).filter(Observation::seen);
    if (methods.isEmpty()) {
      throw new IOException("its methods are not known");
    }
    List<String> offered = methods.get().texts("methods");
    boolean password = offered.contains("password") || offered.contains("keyboard-interactive");
    context.seen(
        MECHANISM,
        service.endpoint().toString(),
        Mechanism.value(
            password ? List.of(Mechanism.of("ssh-password", false)) : List.<Mechanism>of()),
        Map.of("looked", offered));
  }

  /** Who is let in without a login is not asked for one that others may have. */
  private static void mqtt(ProbeContext context, Service service) throws IOException {
    Optional<Boolean> anonymous =
        Services.newest(context, "mqtt.access", service.endpoint())
            .filter(Observation::seen)
            .flatMap(o -> o.flag("anonymous"));
    if (anonymous.isEmpty()) {
      throw new IOException("whether it lets anybody in is not known");
    }
    if (anonymous.get()) {
      throw new IOException("it lets anybody in, and whether others log in is not known");
    }
    context.seen(
        MECHANISM,
        service.endpoint().toString(),
        Mechanism.value(List.of(Mechanism.of("mqtt", !service.tls()))),
        Map.of("looked", List.of("CONNACK")));
  }

  private static void rtsp(ProbeContext context, Service service) throws IOException {
    Observation streams =
        Services.newest(context, "rtsp.access", service.endpoint())
            .filter(Observation::seen)
            .orElseThrow(() -> new IOException("which of its streams are open is not known"));
    List<String> guarded = streams.texts("guarded");
    List<Mechanism> all =
        streams.texts("schemes").stream()
            .filter(s -> s.equals("basic") || s.equals("digest"))
            .map(s -> rtsp(s, guarded, service))
            .toList();
    if (all.isEmpty() && !guarded.isEmpty()) {
      throw new IOException("how its streams ask for a login is not known");
    }
    if (all.isEmpty() && !(streams.value().get("open") instanceof List<?> l && !l.isEmpty())) {
      throw new IOException("none of its streams was found");
    }
    if (all.isEmpty()
        && streams.coverage().get("unanswered") instanceof List<?> l
        && !l.isEmpty()) {
      throw new IOException("not all of its streams gave an answer");
    }
    context.seen(
        MECHANISM,
        service.endpoint().toString(),
        Mechanism.value(all),
        Map.of("looked", List.of("DESCRIBE")));
  }

  private static Mechanism rtsp(String scheme, List<String> guarded, Service service) {
    boolean clear = scheme.equals("basic") && !service.tls();
    return new Mechanism(
        "rtsp-" + scheme, guarded.stream().findFirst(), clear, /* byScript= */ false);
  }

  private static void line(
      ProbeContext context, Service service, String kind, boolean asksPassword) {
    context.seen(
        MECHANISM,
        service.endpoint().toString(),
        Mechanism.value(
            asksPassword ? List.of(Mechanism.of(kind, !service.tls())) : List.<Mechanism>of()),
        Map.of("looked", List.of("prompt")));
  }
}
