package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code login.declared}. */
@Kind(value = "login.declared", subject = "endpoint")
@Says(
    "What the logins of an endpoint said to the credentials of product.yaml, each tried once. No"
        + " clear answer: UNDETERMINED.")
public record LoginDeclared(
    @Says("roles whose credentials a login accepted") List<String> accepted,
    @Says("roles whose credentials every login that answered refused") List<String> refused,
    @Coverage @Says("logins that were asked, such as `http-form`") List<String> mechanisms,
    @Coverage @Says("roles whose credentials were tried") List<String> tried)
    implements Fact {}
