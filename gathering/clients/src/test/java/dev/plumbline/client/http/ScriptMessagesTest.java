package dev.plumbline.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptMessagesTest {
  @Test
  void whatAScriptWritesOutIsJsonWithThePathBeforeIt() {
    assertThat(
            ScriptMessages.in(
                "fetch('/rpc',{method:'POST',body:JSON.stringify("
                    + "{id:1,method:'network.get',params:[]})})"))
        .containsExactly(
            new ScriptMessages.Sent(
                Optional.of("/rpc"), "{\"id\":1,\"method\":\"network.get\",\"params\":[]}"));
  }

  @Test
  void aStringThatIsJsonIsTakenAsItIs() {
    assertThat(ScriptMessages.in("s.send('{\"get\":\"network\"}')"))
        .isEqualTo(List.of(new ScriptMessages.Sent(Optional.empty(), "{\"get\":\"network\"}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JSON.stringify({cmd:'set_config'})",
        "JSON.stringify({cmd:'device.reboot'})",
        "JSON.stringify({method:'get',value:input.value})",
        "JSON.stringify({get:name})",
        "JSON.stringify({login:'get'})",
        "s.send(text)"
      })
  void whatDoesSomethingOrIsNotWrittenOutIsLeftOut(String script) {
    assertThat(ScriptMessages.in(script)).isEmpty();
  }
}
