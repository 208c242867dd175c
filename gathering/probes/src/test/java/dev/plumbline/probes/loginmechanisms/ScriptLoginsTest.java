package dev.plumbline.probes.loginmechanisms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.login.LoginTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLoginsTest {
  private static List<LoginTemplate> in(String script) {
    return ScriptLogins.in(script, "/ui/", "192.0.2.1");
  }

  private static void one(String script, String kind, String path, String body) {
    assertThat(in(script))
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.kind()).isEqualTo(kind);
              assertThat(t.path()).isEqualTo(path);
              assertThat(t.body()).isEqualTo(body);
            });
  }

  @Test
  void aFetchOfJsonIsRead() {
    one(
        """
        async function go(u,p){return fetch("/api/login",{method:"POST",
          headers:{"Content-Type":"application/json"},body:JSON.stringify({user:u,password:p})})}""",
        "http-json",
        "/api/login",
        "{\"user\":\"${user}\",\"password\":\"${password}\"}");
  }

  @Test
  void shorthandNamesConstantsAndNestedObjectsAreRead() {
    one(
        "const r = await axios.post('../v1/session', {client: 'web', remember: true, auth: {username, passwd: form.pw}});",
        "http-json",
        "/v1/session",
        "{\"client\":\"web\",\"remember\":true,\"auth\":{\"username\":\"${user}\",\"passwd\":\"${password}\"}}");
  }

  @Test
  void aCallByNameOverOneAddressIsRead() {
    one(
        "fetch('/rpc',{method:'POST',body:JSON.stringify({jsonrpc:'2.0',id:1,method:'login',params:{user:u.value,pass:p.value}})})",
        "http-json",
        "/rpc",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":{\"user\":\"${user}\",\"pass\":\"${password}\"}}");
  }

  @Test
  void fieldsOfAFormThatAScriptPutsTogetherAreRead() {
    one(
        "x.open('POST','/cgi-bin/login.cgi');x.send('user='+encodeURIComponent(u)+'&pwd='+encodeURIComponent(p));",
        "http-script-form",
        "/cgi-bin/login.cgi",
        "user=${user}&pwd=${password}");
    one(
        "const d=new FormData();d.append('login',u);d.append('password',p);fetch('/signin',{method:'POST',body:d})",
        "http-script-form",
        "/signin",
        "login=${user}&password=${password}");
    one(
        "$.post('/auth', {username: u, password: p})",
        "http-script-form",
        "/auth",
        "username=${user}&password=${password}");
  }

  @Test
  void aHashThatTheScriptMakesIsPartOfTheTemplate() {
    one(
        "fetch('/login',{method:'POST',body:JSON.stringify({u:name,p:md5(pw)})})",
        "http-json",
        "/login",
        "{\"u\":\"${user}\",\"p\":\"${password:md5}\"}");
  }

  @Test
  void aMutationOfGraphQlIsRead() {
    one(
        "fetch('/graphql',{method:'POST',body:JSON.stringify({query:`mutation In($a:String!,$b:String!){ login(username:$a, password:$b){ token } }`,variables:{a:u,b:p}})})",
        "http-graphql",
        "/graphql",
        "{\"query\":\"mutation In($a:String!,$b:String!){ login(username:$a, password:$b){ token } }\",\"variables\":{\"a\":\"${user}\",\"b\":\"${password}\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fetch('/api/password',{method:'POST',body:JSON.stringify({oldPassword:a,newPassword:b})})",
        "fetch('/api/login/change',{method:'POST',body:JSON.stringify({password:b})})",
        "fetch('/api/users',{method:'POST',body:JSON.stringify({user:a,password:b})})",
        "fetch('/api/register',{method:'POST',body:JSON.stringify({user:a,password:b})})",
        "fetch('/api/session/wifi',{method:'POST',body:JSON.stringify({ssid:a,password:b})})",
        "fetch('/api/login',{method:'POST',body:JSON.stringify({user:a",
        "fetch('https://cloud.example/login',{method:'POST',body:JSON.stringify({user:a,password:b})})"
      })
  void whatSetsAPasswordOrLeadsElsewhereIsNoLoginOfTheDevice(String script) {
    assertThat(in(script)).isEmpty();
  }

  @Test
  void aDescribedInterfaceNamesItsLogin() {
    assertThat(
            ApiLogins.in(
                """
                {"openapi":"3.0.0","paths":{"/auth/login":{"post":{"requestBody":{"content":
                {"application/json":{"schema":{"$ref":"#/components/schemas/L"}}}}}},
                "/users":{"post":{"requestBody":{"content":{"application/json":{"schema":
                {"properties":{"user":{},"password":{}}}}}}}}},
                "servers":[{"url":"/api"}],
                "components":{"schemas":{"L":{"properties":{"username":{},"password":{}}}}}}"""))
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.path()).isEqualTo("/api/auth/login");
              assertThat(t.body())
                  .isEqualTo("{\"username\":\"${user}\",\"password\":\"${password}\"}");
            });
  }
}
