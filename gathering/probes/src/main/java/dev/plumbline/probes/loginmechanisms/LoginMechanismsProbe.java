package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.client.ftp.FtpLogin;
import dev.plumbline.client.ftp.FtpLogin.Demand;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.login.UnaskedBasic;
import dev.plumbline.client.telnet.TelnetLogin;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.network.MqttAccess;
import dev.plumbline.observation.network.OnvifAccess;
import dev.plumbline.observation.network.RtspAccess;
import dev.plumbline.observation.ssh.SshMethods;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the logins of each service. */
public final class LoginMechanismsProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(LoginMechanismsProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    LoginWords words = LoginWords.load();
    context.each(
        Services.all(context),
        s -> s.endpoint().toString(),
        service -> {
          try {
            look(context, service, words);
          } catch (IOException e) {
            context.undetermined(
                LoginMechanism.class,
                service.endpoint().toString(),
                "Whether it asks for a password cannot be told: " + e.getMessage());
          }
        });
  }

  private static void look(ProbeContext context, Service service, LoginWords words)
      throws IOException, InterruptedException {
    switch (service.protocol()) {
      case "http" -> http(context, service);
      case "ssh" -> ssh(context, service);
      case "telnet" -> {
        TelnetLogin door = new TelnetLogin(context, service.endpoint(), service.tls(), words);
        line(context, service, "telnet", door.asksPassword(), !service.tls());
      }
      case "ftp" -> {
        FtpLogin door = new FtpLogin(context, service.endpoint(), service.tls(), words);
        Demand demand = door.demand();
        boolean clear = demand == Demand.PASSWORD_IN_CLEAR;
        line(context, service, "ftp", demand != Demand.NOTHING, clear);
      }
      case "mqtt" -> mqtt(context, service);
      case "modbus" ->
          context.seen(
              service.endpoint().toString(),
              FoundMechanism.fact(List.of(), List.of("the protocol knows no login")));
      case "rtsp" -> rtsp(context, service);
      default ->
          throw new IOException("no client here looks for a login over " + service.protocol());
    }
  }

  private static void http(ProbeContext context, Service service)
      throws IOException, InterruptedException {
    HttpClient client = new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
    HttpLogins logins = new HttpLogins(context, client);
    List<FoundMechanism> all = new ArrayList<>(logins.find());
    boolean basic = all.stream().anyMatch(m -> m.kind().equals("http-basic"));
    if (!basic && !all.isEmpty()) {
      unasked(context, service, client).ifPresent(all::add);
    }
    if (onvifAsks(context, service)) {
      all.add(new FoundMechanism("onvif", Optional.empty(), false, false));
    }
    boolean known = onvif(context, service).filter(o -> !o.seen()).isEmpty();
    if (all.isEmpty() && !known) {
      throw new IOException("whether it has a login of ONVIF is not known");
    }
    context.seen(
        service.endpoint().toString(),
        FoundMechanism.fact(
            all, List.copyOf(logins.looked()), Optional.of(known ? List.of() : List.of("onvif"))),
        logins.wire());
  }

  /** The first declared login, sent as HTTP Basic to a path that another login guards. */
  private static Optional<FoundMechanism> unasked(
      ProbeContext context, Service service, HttpClient client) throws InterruptedException {
    List<Credential> logins = context.product().credentials();
    if (!context.allows(Intrusiveness.PROVOKE) || logins.isEmpty()) {
      return Optional.empty();
    }
    Credential login = logins.getFirst();
    context.redact(login.password());
    List<String> guarded =
        Services.fact(context, HttpSurface.class, service.endpoint())
            .map(HttpSurface::guarded)
            .orElse(List.of());
    UnaskedBasic basic =
        new UnaskedBasic(
            client, () -> context.takeLoginAttempt(service.endpoint() + " http-basic"));
    return basic
        .opens(guarded, login, "plumbline-" + service.endpoint().port())
        .map(path -> FoundMechanism.unaskedBasic(path, !service.tls()));
  }

  private static Optional<Observation> onvif(ProbeContext context, Service service) {
    return Services.newest(context, OnvifAccess.class, service.endpoint());
  }

  private static boolean onvifAsks(ProbeContext context, Service service) {
    return Services.fact(context, OnvifAccess.class, service.endpoint())
        .filter(o -> o.present().orElse(false))
        .filter(o -> !o.guarded().orElse(List.of()).isEmpty())
        .isPresent();
  }

  private static void ssh(ProbeContext context, Service service) throws IOException {
    List<String> offered =
        Services.fact(context, SshMethods.class, service.endpoint())
            .orElseThrow(() -> new IOException("its methods are not known"))
            .methods();
    boolean password = offered.contains("password") || offered.contains("keyboard-interactive");
    context.seen(
        service.endpoint().toString(),
        FoundMechanism.fact(
            password ? List.of(FoundMechanism.of("ssh-password", false)) : List.of(), offered));
  }

  /** Who is let in without a login is not asked for one that others may have. */
  private static void mqtt(ProbeContext context, Service service) throws IOException {
    Optional<Boolean> anonymous =
        Services.fact(context, MqttAccess.class, service.endpoint()).map(MqttAccess::anonymous);
    if (anonymous.isEmpty()) {
      throw new IOException("whether it lets anybody in is not known");
    }
    if (anonymous.get()) {
      throw new IOException("it lets anybody in, and whether others log in is not known");
    }
    context.seen(
        service.endpoint().toString(),
        FoundMechanism.fact(
            List.of(FoundMechanism.of("mqtt", !service.tls())), List.of("CONNACK")));
  }

  private static void rtsp(ProbeContext context, Service service) throws IOException {
    RtspAccess streams =
        Services.fact(context, RtspAccess.class, service.endpoint())
            .orElseThrow(() -> new IOException("which of its streams are open is not known"));
    List<String> guarded = streams.guarded();
    List<FoundMechanism> all =
        streams.schemes().stream()
            .filter(s -> s.equals("basic") || s.equals("digest"))
            .map(s -> rtsp(s, guarded, service))
            .toList();
    if (all.isEmpty() && !guarded.isEmpty()) {
      throw new IOException("how its streams ask for a login is not known");
    }
    if (all.isEmpty() && streams.open().isEmpty()) {
      throw new IOException("none of its streams was found");
    }
    if (all.isEmpty() && !streams.unanswered().isEmpty()) {
      throw new IOException("not all of its streams gave an answer");
    }
    context.seen(service.endpoint().toString(), FoundMechanism.fact(all, List.of("DESCRIBE")));
  }

  private static FoundMechanism rtsp(String scheme, List<String> guarded, Service service) {
    boolean clear = scheme.equals("basic") && !service.tls();
    return new FoundMechanism(
        "rtsp-" + scheme, guarded.stream().findFirst(), clear, /* byScript= */ false);
  }

  private static void line(
      ProbeContext context, Service service, String kind, boolean asksPassword, boolean clear) {
    context.seen(
        service.endpoint().toString(),
        FoundMechanism.fact(
            asksPassword ? List.of(FoundMechanism.of(kind, clear)) : List.of(), List.of("prompt")));
  }
}
