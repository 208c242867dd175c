package dev.plumbline.client.recordedlogins;

import dev.plumbline.client.ftp.FtpLogin;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.HttpBasicLogin;
import dev.plumbline.client.login.HttpDigestLogin;
import dev.plumbline.client.login.HttpFormLogin;
import dev.plumbline.client.login.HttpTemplateLogin;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginTemplate;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.mqtt.MqttLogin;
import dev.plumbline.client.onvif.OnvifLogin;
import dev.plumbline.client.rtsp.RtspLogin;
import dev.plumbline.client.ssh.SshLogin;
import dev.plumbline.client.telnet.TelnetLogin;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.ssh.SshMethods;
import dev.plumbline.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The doors of a service, from the mechanisms that were recorded. */
public final class LoginInterfaces {
  private final ProbeContext context;
  private final LoginWords words;

  public LoginInterfaces(ProbeContext context, LoginWords words) {
    this.context = context;
    this.words = words;
  }

  /**
   * The doors at a service, and why one that is known to be there cannot be tried.
   *
   * @param asksPassword whether any mechanism of the service does
   * @param blocked reasons
   */
  public record Found(boolean asksPassword, List<LoginInterface> doors, List<String> blocked) {
    public Found {
      doors = List.copyOf(doors);
      blocked = List.copyOf(blocked);
    }
  }

  /** All doors of a service; empty when its mechanisms were never looked at. */
  public Optional<Found> of(Service service) {
    Optional<Observation> mechanism =
        Services.newest(context, LoginMechanism.class, service.endpoint());
    return mechanism.map(
        o ->
            o.as(LoginMechanism.class)
                .map(m -> found(service, m))
                .orElseGet(
                    () ->
                        new Found(
                            true, List.of(), List.of("Its login is not known: " + o.reason()))));
  }

  private Found found(Service service, LoginMechanism recorded) {
    List<LoginInterface> doors = new ArrayList<>();
    List<String> blocked = new ArrayList<>();
    for (LoginMechanism.Mechanism m : recorded.all()) {
      String kind = m.kind();
      if (kind.equals("none")) {
        continue;
      }
      String path = m.path().filter(p -> p.startsWith("/")).orElse("/");
      Optional<LoginInterface> door =
          LoginTemplate.of(m).map(t -> template(service, t)).or(() -> door(service, kind, path));
      door.ifPresentOrElse(doors::add, () -> blocked.add("No client for a login by " + kind));
    }
    return new Found(!doors.isEmpty() || !blocked.isEmpty(), doors, blocked);
  }

  private LoginInterface template(Service service, LoginTemplate template) {
    return new HttpTemplateLogin(client(service), template, guarded(service), words);
  }

  private HttpClient client(Service service) {
    return new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.LOGIN);
  }

  /** Paths that ask for a login, by which an accepted one is told from one that only seems so. */
  private List<String> guarded(Service service) {
    return Stream.of(
            Services.fact(context, HttpSurface.class, service.endpoint()).map(HttpSurface::guarded),
            Services.fact(context, ApiSurface.class, service.endpoint()).map(ApiSurface::guarded))
        .flatMap(guarded -> guarded.stream().flatMap(List::stream))
        .filter(p -> p.matches("/[\\x21-\\x7e]*"))
        .distinct()
        .toList();
  }

  private Optional<LoginInterface> door(Service service, String kind, String path) {
    HttpClient client = client(service);
    return switch (kind) {
      case "http-form" -> Optional.of(new HttpFormLogin(client, path, guarded(service), words));
      case "http-basic" -> Optional.of(new HttpBasicLogin(client, path, words));
      case "http-digest" -> Optional.of(new HttpDigestLogin(client, path, words));
      case "ssh-password" ->
          Optional.of(new SshLogin(context, service.endpoint(), words, keyboardOnly(service)));
      case "telnet" ->
          Optional.of(new TelnetLogin(context, service.endpoint(), service.tls(), words));
      case "ftp" -> Optional.of(new FtpLogin(context, service.endpoint(), service.tls(), words));
      case "mqtt" -> Optional.of(new MqttLogin(context, service.endpoint(), service.tls()));
      case "onvif" -> Optional.of(new OnvifLogin(context, client));
      case "rtsp-basic", "rtsp-digest" ->
          Optional.of(
              new RtspLogin(
                  context, service.endpoint(), service.tls(), path, kind.equals("rtsp-digest")));
      default -> Optional.empty();
    };
  }

  /** Some servers ask for the password by keyboard-interactive (RFC 4256) alone. */
  private boolean keyboardOnly(Service service) {
    return Services.fact(context, SshMethods.class, service.endpoint())
        .map(SshMethods::methods)
        .map(m -> m.contains("keyboard-interactive") && !m.contains("password"))
        .orElse(false);
  }
}
