package org.conjoint.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.conjoint.access.SignInRefusal;
import org.conjoint.ui.Icon;
import org.springframework.stereotype.Component;

/** What the sign-in page says about how one came to it: refused, run out, signed out. */
@Component
class SignInNotices {

    private final Clock clock;

    SignInNotices(Clock clock) {
        this.clock = clock;
    }

    Optional<Div> of(QueryParameters query) {
        var refusal = takeRefusal();
        if (refusal.isPresent()) {
            return Optional.of(of(refusal.get()));
        }
        var parameters = query.getParameters();
        if (parameters.containsKey("expired")) {
            return Optional.of(calm(words("sign-in.expired.title"), words("sign-in.expired.text")));
        }
        if (parameters.containsKey("bye")) {
            return Optional.of(calm(words("sign-in.bye.title"), ""));
        }
        return Optional.empty();
    }

    private Div of(SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.Wrong() -> alert(words("sign-in.wrong.title"), words("sign-in.wrong.text"));
            case SignInRefusal.Closed() -> alert(words("sign-in.disabled.title"), words("sign-in.disabled.text"));
            case SignInRefusal.Locked(var until) ->
                alert(
                        words("sign-in.locked.title"),
                        words("sign-in.locked.text", length(Duration.between(clock.instant(), until)), time(until)));
        };
    }

    private static Optional<SignInRefusal> takeRefusal() {
        var session = VaadinSession.getCurrent().getSession();
        var found = session.getAttribute(SignInRefusal.ATTRIBUTE);
        session.removeAttribute(SignInRefusal.ATTRIBUTE);
        return found instanceof SignInRefusal refusal ? Optional.of(refusal) : Optional.empty();
    }

    private static String length(Duration wait) {
        var seconds = Math.max(1, wait.toSeconds() + 1);
        return seconds < 120
                ? words("duration.seconds", seconds)
                : words("duration.minutes", Math.ceilDiv(seconds, 60L));
    }

    /** The instant as the clock of the browser shows it. */
    private static String time(Instant instant) {
        var zone = UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId();
        return DateTimeFormatter.ofPattern("HH:mm:ss")
                .withLocale(UI.getCurrent().getLocale())
                .withZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone))
                .format(instant);
    }

    private static Div alert(String title, String text) {
        var notice = notice("warn", title, text);
        notice.addClassName("refused");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    private static Div calm(String title, String text) {
        var notice = notice("info", title, text);
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static Div notice(String icon, String title, String text) {
        var first = new Paragraph(title);
        first.addClassName("notice-title");
        var words = new Div(first);
        if (!text.isEmpty()) {
            words.add(new Paragraph(text));
        }
        var notice = new Div(new Icon(icon), words);
        notice.addClassName("notice");
        return notice;
    }

    private static String words(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
