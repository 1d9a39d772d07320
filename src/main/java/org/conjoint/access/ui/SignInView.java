package org.conjoint.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.DemoAccount;
import org.conjoint.access.DemoAccounts;
import org.conjoint.ui.KeptWork;

/** The door: a plain form that password managers know and that needs no script to be sent. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final SignInNotices notices;
    private final Div notice = new Div();
    private final KeptWork kept = new KeptWork();

    SignInView(CurrentUser currentUser, SignInNotices notices, DemoAccounts demo) {
        this.currentUser = currentUser;
        this.notices = notices;
        addClassName("door");
        notice.addClassName("door-notice");
        var card = new Div(new Brand(), new H1(getTranslation("sign-in.title")), notice, kept, form());
        card.addClassName("door-card");
        add(card);
        if (!demo.offered().isEmpty()) {
            add(demo(demo));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.isSignedIn()) {
            event.forwardTo("");
            return;
        }
        notice.removeAll();
        notices.of(event.getLocation().getQueryParameters()).ifPresent(notice::add);
        kept.reasonTold(notice.getComponentCount() > 0);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sign-in.title") + " · " + getTranslation("product");
    }

    private Component form() {
        var name = field("username", "text", getTranslation("sign-in.name"), "username");
        var password = field("password", "password", getTranslation("sign-in.password"), "current-password");
        var submit = new NativeButton(getTranslation("sign-in.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("door-submit");
        return new PostForm(name, password, submit);
    }

    private static Component field(String name, String type, String label, String autocomplete) {
        var input = new Input();
        input.setId("sign-in-" + name);
        input.setType(type);
        input.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("spellcheck", "false")
                .setAttribute("required", true)
                .setAttribute("maxlength", "256");
        if (name.equals("username")) {
            input.getElement().setAttribute("autofocus", true);
        }
        var words = new NativeLabel(label);
        words.setFor(input);
        var row = new Div(words, input);
        row.addClassName("door-field");
        return row;
    }

    private Component demo(DemoAccounts demo) {
        var list = new Div();
        list.addClassName("door-demo-list");
        demo.offered().forEach(account -> list.add(demo(account)));
        var box = new Div(
                new H2(getTranslation("sign-in.demo.title")), new Paragraph(getTranslation("sign-in.demo.text")), list);
        box.addClassName("door-demo");
        return box;
    }

    private Component demo(DemoAccount account) {
        var role = getTranslation("role." + account.role().name());
        var name = new Span(account.displayName());
        name.addClassName("door-demo-name");
        var words = new Span(role);
        words.addClassName("muted");
        var sign = new Span(account.password());
        sign.addClassName("door-demo-password");
        var button = new NativeButton();
        button.add(name, words, sign);
        button.getElement().setAttribute("type", "submit");
        button.setAriaLabel(getTranslation("sign-in.demo.as", account.displayName(), role));
        return new PostForm(hidden("username", account.name()), hidden("password", account.password()), button);
    }

    private static Component hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }

    @Tag("form")
    private static final class PostForm extends HtmlContainer {
        PostForm(Component... parts) {
            super(parts);
            getElement().setAttribute("method", "post").setAttribute("action", "sign-in");
        }
    }
}
