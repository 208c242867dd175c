package dev.plumbline.client.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonVerdictsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"token":"8f3a9c21bb"}                          | ACCEPTED
          200 | {"success":true}                                | ACCEPTED
          200 | {"data":{"login":{"token":"8f3a9c21bb"}}}       | ACCEPTED
          200 | {"success":false,"message":"no"}                | REFUSED
          200 | {"error":"bad credentials"}                     | REFUSED
          200 | {"status":"failed"}                             | REFUSED
          200 | {"result":"LOGIN_FAILED"}                       | REFUSED
          200 | {"errors":[{"message":"no"}],"data":null}       | REFUSED
          200 | {"code":0}                                      | UNCLEAR
          200 | {"code":1004}                                   | UNCLEAR
          200 | {"message":"no errors","uptime":4}              | UNCLEAR
          400 | {"detail":"x"}                                  | UNCLEAR
          """)
  void aJsonAnswerIsReadByItsFields(int status, String body, String outcome) {
    HttpResponse response =
        new HttpResponse(
            status,
            "",
            Map.of("content-type", List.of("application/json")),
            body,
            body.length(),
            false);
    assertThat(HttpVerdicts.of(response, "/api/login", Duration.ZERO, LoginWords.load()).outcome())
        .hasToString(outcome);
  }
}
