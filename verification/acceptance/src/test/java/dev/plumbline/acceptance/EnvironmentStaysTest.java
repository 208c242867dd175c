package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty variables of a laboratory, and dossiers of a stranger who wants them. */
@Tag("peers")
class EnvironmentStaysTest {
  private static final long SECONDS = 200;

  private static final List<String> NAMES =
      Stream.of(
              "AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AZURE_CLIENT_SECRET ARM_CLIENT_SECRET"
                  + " GOOGLE_API_KEY GCP_SERVICE_ACCOUNT GITHUB_TOKEN GH_TOKEN GITLAB_TOKEN"
                  + " CI_JOB_TOKEN BITBUCKET_TOKEN JENKINS_API_TOKEN CIRCLE_TOKEN NPM_TOKEN"
                  + " PYPI_TOKEN MAVEN_PASSWORD GPG_PASSPHRASE SIGNING_KEY COSIGN_PASSWORD"
                  + " DOCKER_PASSWORD DOCKER_AUTH_CONFIG KUBE_TOKEN VAULT_TOKEN CONSUL_HTTP_TOKEN"
                  + " NOMAD_TOKEN DATABASE_URL PGPASSWORD MYSQL_PWD REDIS_URL MONGO_URL"
                  + " SMTP_PASSWORD SLACK_TOKEN STRIPE_SECRET_KEY TWILIO_AUTH_TOKEN"
                  + " SENDGRID_API_KEY DATADOG_API_KEY SENTRY_AUTH_TOKEN SONAR_TOKEN SNYK_TOKEN"
                  + " LDAP_BIND_PASSWORD KRB5_PASSWORD ANSIBLE_VAULT_PASSWORD TF_VAR_password"
                  + " SSH_KEY_PASSPHRASE WIFI_PSK LAB_ADMIN_PASSWORD ADMIN_PASSWORD SECRET_KEY"
                  + " plumbline_password XPLUMBLINE_KEY")
          .flatMap(s -> Stream.of(s.split(" ")))
          .toList();

  @TempDir private Path folder;

  @Test
  void noneOfThemIsSentOrKept() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    NAMES.forEach(n -> environment.put(n, "canary-" + n.length() + "-of-" + n.hashCode()));
    assertThat(environment).hasSize(50);
    List<String> arguments = new ArrayList<>(List.of(folder.resolve("run").toString()));
    Files.createDirectory(folder.resolve("run"));
    arguments.addAll(NAMES);
    PrivateNetwork.run(
        EnvironmentRun.class, arguments, folder.resolve("log"), SECONDS, environment);

    assertThat(folder.resolve("run/codes")).hasContent("named 12 12 12 12 12 12 driven 12 0 11");
    assertThat(folder.resolve("run/seen")).as("the program ran").content().contains("PATH=");
    assertThat(folder.resolve("run/received")).as("a step was sent").content().contains("/state");
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(environment.values()).as("%s", file).noneMatch(text::contains);
      }
    }
  }
}
