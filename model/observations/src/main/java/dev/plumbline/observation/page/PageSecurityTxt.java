package dev.plumbline.observation.page;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code page.security-txt}. */
@Kind(value = "page.security-txt", subject = "URL")
@Says("The file security.txt (RFC 9116).")
public record PageSecurityTxt(
    @Says("contacts") List<String> contact,
    @Says("as written, empty without one") String expires,
    @Says("URL, empty without one") String policy,
    @Says("as written, empty without one") String languages,
    @Says("it can be used") boolean valid,
    @Says("what is wrong with it; `missing` where there is none") List<String> faults,
    @Coverage @Says("URLs") List<String> looked)
    implements Fact {}
