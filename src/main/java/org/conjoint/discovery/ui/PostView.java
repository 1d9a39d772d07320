package org.conjoint.discovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.conjoint.care.ShieldChoices;
import org.conjoint.content.PostId;
import org.conjoint.content.ui.StagePosts;
import org.conjoint.discovery.PostPage;
import org.conjoint.discovery.PostPages;
import org.conjoint.media.Media;
import org.conjoint.media.MediaState;
import org.conjoint.ui.BarContent;
import org.conjoint.ui.EmptyState;
import org.conjoint.ui.Moments;
import org.conjoint.ui.ReadHeading;
import org.conjoint.ui.Shield;
import org.conjoint.ui.Stage;
import org.conjoint.ui.Words;
import org.jspecify.annotations.Nullable;

/** One post with its media, revisions, queues and verdicts. */
@Route(SearchNavigation.POST)
@PermitAll
class PostView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BarContent {

    private final PostPages posts;
    private final ShieldChoices shields;
    private String name = "Post";

    PostView(PostPages posts, ShieldChoices shields) {
        this.posts = posts;
        this.shields = shields;
        addClassName("post-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        removeAll();
        var page = number.matches("[1-9]\\d{0,17}") ? posts.find(new PostId(Long.parseLong(number))) : null;
        if (page == null || page.isEmpty()) {
            add(new EmptyState(
                    "search",
                    "There is no such post",
                    "It may have been removed. Search finds those that are there.",
                    new Anchor(SearchNavigation.SEARCH, "Search")));
            return;
        }
        show(page.get(), time(event));
    }

    @Override
    public String getPageTitle() {
        return name;
    }

    @Override
    public Component barStart() {
        var here = new Span(name);
        here.getElement().setAttribute("aria-current", "page");
        var crumb = new Span(new Anchor(SearchNavigation.SEARCH, "Search"), new Span(" / "), here);
        crumb.addClassName("crumb");
        return crumb;
    }

    @Override
    public Component barEnd() {
        return new Span();
    }

    /** Where the sound shall stand, in milliseconds; the beginning when the address does not say. */
    private static long time(BeforeEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SearchNavigation.TIME)
                .filter(time -> time.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private void show(PostPage page, long millis) {
        name = page.post().data().externalId();
        var stage = new Stage();
        // In search nothing says how grave a post may be; it is blurred until it is pointed at.
        stage.shields(shields.effective().with(Shield.BLUR, true));
        stage.startAt(millis);
        stage.show(StagePosts.of(page.post(), page.media()));
        var place = new Div(stage);
        place.addClassNames("card", "stage-place");
        var details = new Div(facts(page));
        if (page.mayTwin() || !page.relatives().isEmpty()) {
            details.add(twins(page));
        }
        details.add(verdicts(page), media(page), revisions(page));
        details.addClassName("details");
        add(new ReadHeading(name), place, details);
    }

    private static Div facts(PostPage page) {
        var data = page.post().data();
        var list = new DescriptionList();
        fact(list, "Id", data.externalId());
        fact(list, "Source", data.source());
        fact(list, "Author", data.author());
        fact(list, "Language", data.language() == null ? null : Moments.language(data.language()));
        fact(list, "Posted", data.createdAt() == null ? null : Moments.dateTime(data.createdAt()));
        fact(list, "Queues", page.queues().isEmpty() ? "none" : String.join(", ", page.queues()));
        fact(list, "Alt text", data.altText());
        return card("Post", list);
    }

    /** Its original and its twins, and the way to a further one. */
    private static Div twins(PostPage page) {
        var list = new Div();
        list.addClassName("relatives");
        if (page.relatives().isEmpty()) {
            list.add(new Span("It has no twin: a post that differs in one part, and that changes the whole."));
        }
        for (var relative : page.relatives()) {
            var words = "%s: %s changed, expected %s"
                    .formatted(
                            relative.original() ? "Original of this twin" : "Twin",
                            Words.of(relative.changed()).toLowerCase(Locale.ROOT),
                            Words.of(relative.expected()).toLowerCase(Locale.ROOT));
            list.add(new Div(
                    new Anchor(SearchNavigation.post(relative.id()), relative.name()), new Span(" · " + words)));
        }
        if (page.mayTwin()) {
            var original = Long.toString(page.post().id().value());
            list.add(new Button("Make a twin", _ -> UI.getCurrent().navigate(TwinView.class, original)));
        }
        return card("Twins", list);
    }

    private static Div verdicts(PostPage page) {
        if (!page.seesVerdicts()) {
            return card("Verdicts", new Span("Those who judge see the verdicts of others only where they have to."));
        }
        if (page.verdicts().isEmpty()) {
            return card("Verdicts", new Span("Nobody has judged this post yet."));
        }
        var all = new Div();
        page.verdicts().forEach(judged -> all.add(new VerdictItem(judged)));
        return card(page.verdicts().size() == 1 ? "1 verdict" : page.verdicts().size() + " verdicts", all);
    }

    private static Div media(PostPage page) {
        var list = new DescriptionList();
        for (var medium : page.media().values()) {
            fact(list, medium.kind() == null ? "Medium" : medium.kind().name().toLowerCase(Locale.ROOT), words(medium));
            fact(list, "SHA-256", medium.id().sha256());
        }
        return card("Media", page.media().isEmpty() ? new Span("It has none.") : list);
    }

    private static String words(Media medium) {
        return switch (medium.state()) {
            case MediaState.Pending() -> "being prepared · " + medium.contentType();
            case MediaState.Refused refused -> "cannot be shown: " + refused.reason();
            case MediaState.Ready() -> {
                var size = medium.width() == null ? "" : " · %d × %d".formatted(medium.width(), medium.height());
                var length =
                        medium.durationMillis() == null ? "" : " · %.1f s".formatted(medium.durationMillis() / 1000.0);
                yield "%s · %,d bytes%s%s".formatted(medium.contentType(), medium.bytes(), size, length);
            }
        };
    }

    private static Div revisions(PostPage page) {
        var list = new DescriptionList();
        page.revisions()
                .forEach(post -> fact(list, "Revision " + post.revision(), Moments.dateTime(post.recordedAt())));
        return card("Revisions", list);
    }

    static void fact(DescriptionList list, String name, @Nullable String value) {
        if (value != null) {
            list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        }
    }

    private static Div card(String title, Component content) {
        var heading = new H2(title);
        heading.addClassName("label");
        var card = new Div(heading, content);
        card.addClassName("card");
        return card;
    }
}
