package dev.plumbline.probes.httpsurface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.Daemon;
import dev.plumbline.probes.kit.Lighttpd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers that others wrote. */
@Tag("peers")
class HttpSurfacePeerTest {
  private static final String ADDRESS = "127.77.21.20";

  @TempDir Path directory;

  private static Observation surface(Daemon daemon, boolean tls) {
    return ask(daemon, tls).one("http.surface");
  }

  private static ProbeTrial.Result ask(Daemon daemon, boolean tls) {
    return ProbeTrial.against(daemon.endpoint())
        .given(
            "service.identified",
            daemon.endpoint().toString(),
            Map.of("protocol", "http", "tls", tls))
        .limits(Limits.usual())
        .run(new HttpSurfaceProbe());
  }

  private static List<Object> paths(Observation surface) {
    List<Object> paths = new ArrayList<>();
    if (surface.value().get("open") instanceof List<?> open) {
      open.forEach(e -> paths.add(((Map<?, ?>) e).get("path")));
    }
    return paths;
  }

  private Daemon nginx(String locations) throws IOException, InterruptedException {
    return nginx("", locations);
  }

  private Daemon nginx(String listen, String locations) throws IOException, InterruptedException {
    return Daemon.start(
        ADDRESS,
        directory,
        "nginx-light",
        port ->
            List.of(
                "nginx",
                "-p",
                directory.toString(),
                "-e",
                "stderr",
                "-c",
                Daemon.file(
                        directory,
                        "nginx.conf",
                        """
                        daemon off; master_process off; pid %1$s/pid; events {}
                        http {
                          access_log off; default_type text/html;
                          client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
                          uwsgi_temp_path %1$s; scgi_temp_path %1$s; gzip on; gzip_min_length 0;
                          server { listen %2$s:%3$d%5$s; root %1$s; %4$s }
                        }
                        """
                            .formatted(directory, ADDRESS, port, locations, listen))
                    .toString()));
  }

  @Test
  void nginxShowsWhatItServesAndNothingElse() throws IOException, InterruptedException {
    Daemon.file(directory, "index.html", "<title>Camera</title><a href=/more.html>more</a>");
    Daemon.file(directory, "more.html", "<p>more</p>");
    Daemon.file(directory, "config.json", "{}");
    try (Daemon d = nginx("location /api { return 401; } location = /admin { return 302 /; }")) {
      Observation seen = surface(d, false);
      assertThat(paths(seen))
          .containsExactlyInAnyOrder("/", "/index.html", "/more.html", "/config.json");
      assertThat(seen.texts("guarded")).doesNotContain("/admin");
      assertThat(seen.text("elsewhere")).isEqualTo("missing");
      assertThat(seen.text("server")).startsWith("nginx");
    }
  }

  @Test
  void nginxWithOnePageForAllPathsHasOnePage() throws IOException, InterruptedException {
    Daemon.file(directory, "index.html", "<title>App</title><p>one page</p>");
    try (Daemon d = nginx("location / { try_files $uri /index.html; }")) {
      Observation seen = surface(d, false);
      assertThat(paths(seen)).containsExactly("/");
      assertThat(seen.text("elsewhere")).isEqualTo("page");
    }
  }

  @Test
  void lighttpdGuardsEverything() throws IOException, InterruptedException {
    try (Daemon d = Lighttpd.guarded(ADDRESS, directory, "basic", "u", "p")) {
      Observation seen = surface(d, false);
      assertThat(paths(seen)).isEmpty();
      assertThat(seen.texts("guarded")).containsExactly("/");
      assertThat(seen.text("elsewhere")).isEqualTo("guarded");
    }
  }

  private void makeKey() throws IOException, InterruptedException {
    Daemon.run(
        directory,
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "k.pem",
            "-out",
            "c.pem",
            "-days",
            "30",
            "-subj",
            "/CN=old"));
  }

  @Test
  void whatATlsServerSaysToPlainHttpIsRead() throws IOException, InterruptedException {
    makeKey();
    Daemon.file(directory, "index.html", "<p>camera</p>");
    String tls =
        "ssl_certificate c.pem; ssl_certificate_key k.pem; error_page 497 =200 /plain;"
            + " location = /plain { return 200 'sn: SN-0001'; }";
    try (Daemon d = nginx(" ssl", tls)) {
      List<String> facts =
          ask(d, true).with("service.disclosed").getFirst().as(ServiceDisclosed.class).stream()
              .flatMap(told -> told.facts().stream())
              .map(ServiceDisclosed.Given::text)
              .toList();
      assertThat(facts).contains("SN-0001");
    }
  }

  @Test
  void aServerThatKnowsNothingNewerThanTls10IsRead() throws IOException, InterruptedException {
    makeKey();
    Daemon.file(directory, "index.html", "<p>old</p>");
    try (Daemon d =
        Daemon.start(
            ADDRESS,
            directory,
            "openssl",
            port ->
                List.of(
                    "openssl",
                    "s_server",
                    "-accept",
                    ADDRESS + ":" + port,
                    "-key",
                    "k.pem",
                    "-cert",
                    "c.pem",
                    "-tls1",
                    "-cipher",
                    "ALL:@SECLEVEL=0",
                    "-WWW",
                    "-quiet"))) {
      Observation seen = surface(d, true);
      assertThat(seen.seen()).as(seen.reason()).isTrue();
      assertThat(paths(seen)).contains("/index.html");
    }
  }
}
